import type { MiddlewareHandler } from "hono";

/**
 * Nothing from outside, nothing inline. `blob:` and `data:` images carry figures to the clipboard and to PNG;
 * `blob:` workers encode them off the main thread.
 */
function contentSecurityPolicy(connectTo: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${["'self'", ...connectTo].join(" ")}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** `connectTo`: origins that the page may ask besides its own (an API elsewhere, named in config.json). */
export function securityHeaders(connectTo: readonly string[]): MiddlewareHandler {
  const headers = Object.entries({
    "content-security-policy": contentSecurityPolicy(connectTo),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  });
  return async (context, next) => {
    await next();
    for (const [name, value] of headers) context.res.headers.set(name, value);
  };
}
