import { CloudError } from "../model/problem.ts";

/** Codes after which the answer is nonsense rather than late: a second try gives the same. */
const NONSENSE: Record<string, string> = {
  UND_ERR_HEADERS_OVERFLOW: "sent more headers than anybody needs",
  UND_ERR_INVALID_ARG: "cannot be asked: the request holds characters that no header may have",
  address_not_allowed: "leads to a private address, where no cloud is",
};
const LATE: Record<string, string> = {
  UND_ERR_CONNECT_TIMEOUT: "did not take the connection in time",
  UND_ERR_HEADERS_TIMEOUT: "did not answer in time",
  UND_ERR_BODY_TIMEOUT: "stopped in the middle of its answer",
  ENOTFOUND: "is a name that does not exist",
  EAI_AGAIN: "could not be looked up",
  ECONNREFUSED: "refused the connection",
  ECONNRESET: "broke the connection",
  UND_ERR_SOCKET: "broke the connection",
};

/** What a failed exchange means. The library's own error may hold the request (headers and all), so only its code goes on. */
export function transportError(error: unknown, at: { operation: string; host: string }): CloudError {
  const code = codeOf(error);
  const isNonsense = code in NONSENSE || code.startsWith("HPE_");
  const words = NONSENSE[code] ?? LATE[code] ?? (isNonsense ? "did not speak HTTP" : "could not be reached");
  return new CloudError({
    kind: isNonsense ? "protocol" : "unavailable",
    operation: at.operation,
    code,
    message: `${at.host} ${words}.`,
    cause: new Error(code),
  });
}

function codeOf(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  return error instanceof Error ? error.name : "unknown";
}
