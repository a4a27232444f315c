import { Link, useLocation } from "react-router";
import styles from "./report-link.module.css";

/** The statutory tables behind the figures have a page of their own; body and year go along. */
export function ReportLink() {
  const { search } = useLocation();
  return (
    <p className={styles["line"]}>
      表二、表三、表四原表、勾稽关系和跨年结转链见
      <Link to={{ pathname: "/annual-report", search }}>年度报告</Link>。
    </p>
  );
}
