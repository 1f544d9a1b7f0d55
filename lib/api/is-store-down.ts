/** System errors of a socket, and PostgreSQL's classes 08 (connection), 53 (resources) and 57P (shutting down). */
const DOWN = /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|08\w{3}|53\w{3}|57P\w{2})$/;

/** Whether an error, or what caused it, means that the database does not answer. */
export function isStoreDown(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string" && DOWN.test(at.code) && !("path" in at)) return true;
    if ("syscall" in at && at.syscall === "connect") return true;
    if (/^(Connection terminated|timeout exceeded when trying to connect)/.test(at.message)) return true;
  }
  return false;
}
