import { ApiError } from "./api-error.ts";

interface Sending {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  body?: unknown;
  /** Sent as text/csv, in the place of `body`. */
  csv?: string;
  signal?: AbortSignal;
}

/** Asks our API. A refusal, a failure, an answer that is no JSON or no answer at all is thrown as an `ApiError`. */
export async function fetchJson<T>(path: string, sending?: Sending): Promise<T> {
  const response = await fetchAnswer(path, sending);
  const text = await response.text();
  return (response.status === 204 ? undefined : parseBody(text, response)) as T;
}

/** The same, for an answer that is read in parts. */
export async function fetchAnswer(path: string, sending: Sending = {}): Promise<Response> {
  const response = await send(path, sending);
  if (!response.ok) throw refusalOf(parseBody(await response.text(), response), response);
  return response;
}

async function send(path: string, { method = "GET", body, csv, signal }: Sending): Promise<Response> {
  const type = csv !== undefined ? "text/csv" : body !== undefined ? "application/json" : null;
  try {
    return await fetch(path, {
      method,
      signal,
      headers: { accept: "application/json", ...(type && { "content-type": type }) },
      body: csv ?? (body === undefined ? undefined : JSON.stringify(body)),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError({ status: 0, code: "unreachable", message: "Keyatlas could not be reached. Is the server running, and are you online?", cause });
  }
}

function parseBody(text: string, response: Response): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ApiError({
      status: response.status,
      code: "unreadable_answer",
      message: `The server answered ${response.status} with something that is no JSON.`,
      requestId: response.headers.get("x-request-id"),
      cause,
    });
  }
}

function refusalOf(parsed: unknown, response: Response): ApiError {
  const error = (parsed as { error?: { code?: string; message?: string; field?: string; requestId?: string } } | null)?.error;
  return new ApiError({
    status: response.status,
    code: error?.code ?? "unreadable_answer",
    message: error?.message ?? `The server answered ${response.status}.`,
    field: error?.field ?? null,
    requestId: error?.requestId ?? response.headers.get("x-request-id"),
  });
}
