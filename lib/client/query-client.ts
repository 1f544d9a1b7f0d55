import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError } from "./api-error.ts";

/** A page is trusted this long before it is asked for again in passing; ms. */
const FRESH_MS = 60_000;

/** A session that ended sends the reader to sign in, and back to the same address after that. */
function onError(error: Error): void {
  if (!(error instanceof ApiError) || error.status !== 401 || typeof window === "undefined") return;
  const here = `${window.location.pathname}${window.location.search}`;
  window.location.assign(`/sign-in?callbackUrl=${encodeURIComponent(here)}`);
}

const mayPass = (error: Error): boolean => error instanceof ApiError && (error.status === 0 || error.status >= 500);

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { staleTime: FRESH_MS, retry: (failures, error) => failures < 1 && mayPass(error), retryDelay: 400 } },
  });
}
