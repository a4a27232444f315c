/** What went wrong with a call, told so that a panel can name the endpoint and the field. */
abstract class ApiError extends Error {
  abstract readonly code: string;
  readonly path: string;
  /** Parameter or property at fault; null when the whole reply is. */
  readonly field: string | null;

  constructor(path: string, field: string | null, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = new.target.name;
    this.path = path;
    this.field = field;
  }
}

/** No reply at all: server stopped, cable out, blocked by a proxy. */
export class NetworkFailure extends ApiError {
  override readonly code = "networkFailure";

  constructor(path: string, cause: unknown) {
    super(path, null, `接口 ${path} 没有应答：请检查网络，或确认数据服务已启动`, cause);
  }
}

/** The server refused and said why (problem+json). `code` and `message` are the server's own. */
export class ApiProblem extends ApiError {
  override readonly code: string;
  readonly status: number;

  constructor(path: string, problem: { code: string; status: number; field: string | null; message: string }) {
    super(path, problem.field, problem.message);
    this.code = problem.code;
    this.status = problem.status;
  }
}

/** An error status without an explanation, for example from a proxy. */
export class HttpFailure extends ApiError {
  override readonly code = "httpFailure";
  readonly status: number;

  constructor(path: string, status: number) {
    super(path, null, `接口 ${path} 返回状态 ${status}，没有说明原因`);
    this.status = status;
  }
}

/** A web page or cut-off text where JSON was due: usually a wrong `apiBase` in config.json. */
export class NotJson extends ApiError {
  override readonly code = "notJson";

  constructor(path: string, cause: unknown) {
    super(path, null, `接口 ${path} 返回的不是 JSON 数据：请核对 config.json 中的接口地址`, cause);
  }
}

/** JSON that breaks the contract. It is named, never drawn. */
export class WrongShape extends ApiError {
  override readonly code = "wrongShape";

  constructor(path: string, field: string) {
    super(path, field, `接口 ${path} 返回的数据不符合约定：${field === "" ? "整体结构不对" : `字段 ${field}`}`);
  }
}

/** True for every failure that `callEndpoint` throws on purpose; an aborted call stays an `AbortError`. */
export function isApiError(error: unknown): error is ApiError {
  return error instanceof ApiError;
}
