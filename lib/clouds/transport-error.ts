import { CloudError } from "../model/problem.ts";
import { ProxyFailure } from "./proxy-failure.ts";

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
  ERR_TLS_CERT_ALTNAME_INVALID: "showed the certificate of another host",
  CERT_HAS_EXPIRED: "showed a certificate that has expired",
  EAI_AGAIN: "could not be looked up",
  ECONNREFUSED: "refused the connection",
  ECONNRESET: "broke the connection",
  UND_ERR_SOCKET: "broke the connection",
};

/** What helps where no answer came at all. */
export const CHECK_THE_WAY = "Check the way from this server to the cloud: name server, firewall, endpoint.";

/** X.509 chains that do not end at an authority of this machine. */
const UNTRUSTED = new Set([
  "SELF_SIGNED_CERT_IN_CHAIN",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

/** What a failed exchange means. The library's own error may hold the request (headers and all), so only its code goes on. */
export function transportError(error: unknown, at: { operation: string; host: string }): CloudError {
  if (error instanceof ProxyFailure) return proxyError(error, at.operation);
  const code = codeOf(error);
  const isNonsense = code in NONSENSE || code.startsWith("HPE_");
  const isUntrusted = UNTRUSTED.has(code);
  const words =
    NONSENSE[code] ?? LATE[code] ?? (isNonsense ? "did not speak HTTP" : isUntrusted ? "showed a certificate that nobody here trusts" : "could not be reached");
  return new CloudError({
    kind: isNonsense ? "protocol" : "unavailable",
    operation: at.operation,
    code,
    message: `${at.host} ${words}.`,
    advice: isUntrusted
      ? "Where a proxy inspects the traffic, start Keyatlas with NODE_EXTRA_CA_CERTS, the file of its authority."
      : isNonsense
        ? null
        : CHECK_THE_WAY,
    cause: new Error(code),
  });
}

/** Never `auth` nor `forbidden`: those are the cloud's word about a credential. */
function proxyError({ code, message }: ProxyFailure, operation: string): CloudError {
  const advice = code === "proxy_authentication" ? "Whoever runs Keyatlas sets them in KEYATLAS_OUTBOUND_PROXY." : null;
  return new CloudError({ kind: "unavailable", operation, code, message, advice });
}

function codeOf(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  return error instanceof Error ? error.name : "unknown";
}
