import type { HonoRequest } from "hono";
import type { z } from "zod";
import { Refusal } from "./problem.ts";

/** Room for 400 ids of 64 characters in percent-encoded Chinese would be 230 KB; no page asks for that. */
const MAX_SEARCH = 32_000;

/** Parses path and `?a=1&b=2` by the endpoint's schema; what does not fit is refused with the parameter's name. */
export function readQuery<Q extends z.ZodObject>(schema: Q, request: HonoRequest): z.output<Q> {
  const inPath = request.param();
  const asked = readParameters(new URL(request.url).search);
  const stray = Object.keys(asked).find((name) => Object.hasOwn(inPath, name));
  if (stray !== undefined) throw invalidQuery(stray, `参数 ${stray} 写在地址里，不能再写在查询串中`);
  const result = schema.safeParse({ ...asked, ...inPath });
  if (!result.success) throw toRefusal(result.error);
  return result.data;
}

function readParameters(search: string): Record<string, string> {
  if (search.length > MAX_SEARCH) throw invalidQuery(null, `查询串过长（上限 ${MAX_SEARCH} 个字符）`);
  if (!isDecodable(search)) throw invalidQuery(null, "查询串的百分号编码有误");
  const parameters = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(search)) {
    if (parameters.has(name)) throw invalidQuery(shown(name), `参数 ${shown(name)} 重复出现，多个值请用逗号分隔`);
    if (hasControlCharacter(value)) throw invalidQuery(shown(name), `参数 ${shown(name)} 含有控制字符`);
    parameters.set(name, value);
  }
  return Object.fromEntries(parameters);
}

function toRefusal(error: z.ZodError): Refusal {
  const issue = error.issues[0];
  if (issue?.code === "unrecognized_keys") {
    const name = shown(issue.keys[0] ?? "");
    return invalidQuery(name, `不认识的参数：${name}`);
  }
  const field = String(issue?.path[0] ?? "");
  return invalidQuery(field, `参数 ${field} ${describeIssue(issue)}`);
}

function describeIssue(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === "invalid_value") return `只能取 ${issue.values.map(String).join("、")}`;
  if (issue?.code === "invalid_format") return "的写法不符合约定";
  if (issue?.code === "too_big")
    return issue.origin === "array" ? `最多 ${issue.maximum} 项` : `不得超过 ${issue.maximum}`;
  if (issue?.code === "too_small") return issue.origin === "number" ? `不得小于 ${issue.minimum}` : "不能为空";
  return "缺少，或不符合约定";
}

function invalidQuery(field: string | null, message: string): Refusal {
  return new Refusal(400, "invalidQuery", message, field);
}

/** `URLSearchParams` silently repairs a broken escape; an answer to a question nobody asked would be worse. */
function isDecodable(search: string): boolean {
  try {
    decodeURIComponent(search);
    return true;
  } catch {
    return false;
  }
}

function hasControlCharacter(text: string): boolean {
  return [...text].some((char) => char < " " || char === "\u007f");
}

/** A hostile name is cut and stripped before it is repeated in a message. */
function shown(name: string): string {
  return [...name.slice(0, 40)].filter((char) => char >= " ").join("");
}
