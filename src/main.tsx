import "#ui/tokens.css";
import "#ui/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter, createHashRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { z } from "zod";
import { configureApi } from "#api/call-endpoint.ts";
import { Providers } from "#app/providers.tsx";
import { createQueryClient } from "#app/query-client.ts";
import { readConfig } from "#app/read-config.ts";
import { routes } from "#app/routes.tsx";
import { paintRememberedTheme } from "#app/theme.ts";

// The Content-Security-Policy allows no eval, which zod would otherwise compile its parsers with.
z.config({ jitless: true });
paintRememberedTheme();

/** Requests may only leave once they have somewhere to go. */
async function connectApi(): Promise<void> {
  if (import.meta.env.VITE_API === "mock") {
    const { startMocks } = await import("#mocks/browser.ts");
    configureApi({ transport: await startMocks(() => new Date()) });
    return;
  }
  const config = await readConfig(`${import.meta.env.BASE_URL}config.json`);
  configureApi({ baseUrl: config.apiBase });
}

// The demonstration is copied into any folder of any server, which knows only index.html: its pages live behind #.
const isDemo = import.meta.env.MODE === "demo";
const router = isDemo ? createHashRouter(routes) : createBrowserRouter(routes);

await connectApi();
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <Providers queryClient={createQueryClient()}>
      {/* Without transitions a pick shows at once; the charts follow by useDeferredFilters. */}
      <RouterProvider router={router} useTransitions={false} />
    </Providers>
  </StrictMode>,
);
