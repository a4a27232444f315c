import { NavLink, useLocation } from "react-router";
import { Icon } from "#ui/icons.tsx";
import styles from "./navigation.module.css";
import { PAGE_ROUTES, type PageRoute, PRODUCT_NAME } from "./page-routes.ts";

interface NavigationProps {
  folded: boolean;
  onFold: (folded: boolean) => void;
  /** Overdue cases of the whole district. */
  overdue: number;
}

const GROUPS = [...new Set(PAGE_ROUTES.map((page) => page.group))];

export function Navigation({ folded, onFold, overdue }: NavigationProps) {
  return (
    <nav className={styles["nav"]} data-folded={folded || undefined} aria-label="主导航">
      <p className={styles["product"]} title={folded ? PRODUCT_NAME : undefined}>
        <span className={folded ? "visually-hidden" : undefined}>{PRODUCT_NAME}</span>
      </p>
      {GROUPS.map((group) => (
        <section key={group} className={styles["group"]} aria-label={group}>
          <p className={styles["caption"]} aria-hidden="true">
            {folded ? "" : group}
          </p>
          <ul>
            {PAGE_ROUTES.filter((page) => page.group === group).map((page) => (
              <li key={page.path}>
                <PageLink page={page} folded={folded} overdue={page.countsOverdue ? overdue : 0} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <button
        type="button"
        className={styles["fold"]}
        aria-expanded={!folded}
        aria-label={folded ? "展开导航" : "收起导航"}
        title={folded ? "展开导航" : undefined}
        onClick={() => onFold(!folded)}
      >
        <Icon name={folded ? "expand" : "collapse"} />
        {folded ? null : <span>收起导航</span>}
      </button>
    </nav>
  );
}

/** The picks go along to the next page: the same quarter and units, asked another question. */
function PageLink({ page, folded, overdue }: { page: PageRoute; folded: boolean; overdue: number }) {
  const { search } = useLocation();
  return (
    <NavLink
      to={{ pathname: page.path, search }}
      end={page.path === "/"}
      className={styles["link"] ?? ""}
      title={folded ? page.title : undefined}
    >
      <Icon name={page.icon} />
      <span className={folded ? "visually-hidden" : undefined}>{page.title}</span>
      {overdue === 0 ? null : (
        <span className={styles["badge"]} title={`已超期 ${overdue} 条`}>
          <span className="visually-hidden">已超期</span>
          {overdue}
        </span>
      )}
    </NavLink>
  );
}
