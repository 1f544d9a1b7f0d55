import { ApiError } from "./api-error.ts";
import { fetchJson } from "./fetch-json.ts";

/** Posts a form to next-auth, which wants its own token and form encoding. Gives the address that it would go to. */
async function postForm(path: string, fields: Record<string, string>): Promise<URL> {
  const { csrfToken } = await fetchJson<{ csrfToken: string }>("/api/auth/csrf");
  const response = await fetch(path, { method: "POST", body: new URLSearchParams({ ...fields, csrfToken, json: "true" }) });
  const answer = (await response.json().catch(() => null)) as { url?: string } | null;
  if (response.status === 429) throw new ApiError({ status: 429, code: "rate_limited", message: "Too many attempts. Wait a few minutes, then try again." });
  if (!answer?.url) throw new ApiError({ status: response.status, code: "unreadable_answer", message: `Sign-in answered ${response.status}. Try again.` });
  return new URL(answer.url, window.location.origin);
}

/** Signs in with email and password. Gives null when it worked, else next-auth's error word. */
export async function signIn(email: string, password: string): Promise<string | null> {
  const next = await postForm("/api/auth/callback/credentials", { email, password, callbackUrl: window.location.origin });
  return next.searchParams.get("error");
}

/** Ends the session on the server and here. */
export async function signOut(): Promise<void> {
  await postForm("/api/auth/signout", { callbackUrl: window.location.origin });
}
