import { isRouteErrorResponse, Link, useLocation, useRouteError } from "react-router";
import { Button } from "#ui/button.tsx";
import styles from "./error-page.module.css";
import { PAGE_ROUTES } from "./page-routes.ts";

function PageLinks() {
  return (
    <p className={styles["links"]}>
      {PAGE_ROUTES.map((page) => (
        <Link key={page.path} to={page.path}>
          {page.title}
        </Link>
      ))}
    </p>
  );
}

export function NotFoundPage() {
  const { pathname } = useLocation();
  return (
    <section className={styles["message"]}>
      <h2>没有这个页面</h2>
      <p>
        地址“<span className={styles["address"]}>{pathname.slice(0, 80)}</span>
        ”在本看板中不存在，可能是链接抄漏了或已改名。
      </p>
      <p>可以打开：</p>
      <PageLinks />
    </section>
  );
}

/** A page whose code did not load or that broke outside every panel. */
export function ErrorPage() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  const isMissingCode = error instanceof TypeError && /import|module/i.test(error.message);
  return (
    <section className={styles["message"]} role="alert">
      <h2>{isMissingCode ? "页面文件没有取到" : "这一页出错了"}</h2>
      <p>
        {isMissingCode
          ? "看板可能刚刚更新过，或网络断开。重新载入即可。"
          : "数据没有受影响。重新载入后若仍出现，请把代码告诉管理员。"}
      </p>
      <p className={styles["code"]}>代码 {isMissingCode ? "pageNotLoaded" : "pageFault"}</p>
      <Button onClick={() => window.location.reload()}>重新载入</Button>
      <PageLinks />
    </section>
  );
}
