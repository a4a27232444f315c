import type { HonoRequest } from "hono";
import type { z } from "zod";
import { Refusal } from "./problem.ts";

/** A note of 2,000 characters in percent-free Chinese is 6 KB; nothing that people write by hand is longer than this. */
const LARGEST_BODY = 32 * 1024;

/**
 * A page of another origin may not write in the name of whoever sits at the desk. Browsers state the origin with every
 * POST; programs outside a browser state none. `sec-fetch-site` tells the same where a proxy has changed the host.
 */
export function refuseForeignOrigin(request: HonoRequest): void {
  const origin = request.header("origin");
  if (origin === undefined || request.header("sec-fetch-site") === "same-origin") return;
  const host = request.header("host") ?? new URL(request.url).host;
  if (!URL.canParse(origin) || new URL(origin).host !== host)
    throw new Refusal(403, "foreignOrigin", "只接受本系统页面发出的写入请求");
}

/** Parses a JSON body by the endpoint's schema; what does not fit is refused with the property's name. */
export async function readBody<B extends z.ZodType>(schema: B, request: HonoRequest): Promise<z.output<B>> {
  const type = (request.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw invalidBody(null, "请求内容应为 application/json");
  const result = schema.safeParse(parseJson(await readText(request)));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue?.code === "unrecognized_keys" ? (issue.keys[0] ?? "") : (issue?.path ?? []).map(String).join(".");
  const shown = field.slice(0, 40);
  if (issue?.code === "unrecognized_keys") throw invalidBody(shown, `不认识的字段：${shown}`);
  throw invalidBody(shown === "" ? null : shown, shown === "" ? "请求内容不符合约定" : `字段 ${shown} 不符合约定`);
}

/** Stops reading at the limit, whatever length the sender claims. */
async function readText(request: HonoRequest): Promise<string> {
  const reader = request.raw.body?.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let size = 0;
  try {
    for (;;) {
      const part = await reader?.read();
      if (part === undefined || part.done) return text + decoder.decode();
      size += part.value.length;
      if (size > LARGEST_BODY) throw invalidBody(null, `请求内容过长（上限 ${LARGEST_BODY / 1024} KB）`);
      text += decoder.decode(part.value, { stream: true });
    }
  } catch (error) {
    await reader?.cancel();
    throw error instanceof TypeError ? invalidBody(null, "请求内容不是 UTF-8 文本") : error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidBody(null, "请求内容不是有效的 JSON");
  }
}

function invalidBody(field: string | null, message: string): Refusal {
  return new Refusal(400, "invalidBody", message, field);
}
