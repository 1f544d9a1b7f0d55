import type { Account, AccountLimits, CheckReport, Credential } from "../model/account.ts";
import { fetchJson } from "./fetch-json.ts";

/** What the form sends. `credential` is write-only: nothing ever sends it back. */
export interface AccountInput {
  cloud: string;
  name: string;
  regions: string[] | "all";
  groups: string[];
  credential?: Credential;
  endpoints?: Record<string, string>;
  projects?: Record<string, string>;
  limits?: AccountLimits;
}

const pathOf = (id: string) => `/api/v1/accounts/${encodeURIComponent(id)}`;

export const connectAccount = (input: AccountInput): Promise<Account> => fetchJson("/api/v1/accounts", { method: "POST", body: input });
export const editAccount = (id: string, change: Partial<AccountInput>): Promise<Account> => fetchJson(pathOf(id), { method: "PATCH", body: change });
export const removeAccount = (id: string): Promise<void> => fetchJson(pathOf(id), { method: "DELETE" });
export const checkAccount = (id: string): Promise<CheckReport> => fetchJson(`${pathOf(id)}/check`, { method: "POST", body: {} });
