import type { RouteObject } from "react-router";
import { ErrorPage, NotFoundPage } from "./error-page.tsx";
import { Layout } from "./layout.tsx";
import { PAGE_ROUTES } from "./page-routes.ts";

export const routes: RouteObject[] = [
  {
    element: <Layout />,
    errorElement: <ErrorPage />,
    // Shown until the first page's code is here; the shell itself needs nothing.
    hydrateFallbackElement: <p role="status">正在打开…</p>,
    children: [
      {
        errorElement: <ErrorPage />,
        children: [
          ...PAGE_ROUTES.map(({ path, below, load }) => ({
            path: below === undefined ? path : `${path}/${below}?`,
            lazy: load,
          })),
          { path: "*", element: <NotFoundPage /> },
        ],
      },
    ],
  },
];
