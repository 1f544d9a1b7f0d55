import { createToken } from "#lib/auth/api-token.ts";
import { createUser } from "#lib/auth/create-user.ts";
import { disableUser } from "#lib/auth/disable-user.ts";
import { setPassword } from "#lib/auth/set-password.ts";
import { Refusal } from "#lib/model/refusal.ts";
import { type Role, ROLES, type Scope } from "#lib/model/scope.ts";
import { migrate } from "#lib/store/migrate.ts";
import { rekey } from "#lib/store/rekey.ts";
import { requestSync } from "#lib/sync/request-sync.ts";
import { parseExpiry } from "./parse-expiry.ts";
import { readSecret } from "./read-secret.ts";
import { tellRekeyed } from "./tell-rekeyed.ts";
import { say, withStore } from "./with-store.ts";

export type Options = Partial<Record<"name" | "role" | "expires" | "email" | "account" | "region", string>> & { group?: string[] };

interface Command {
  usage: string;
  does: string;
  takes: readonly (keyof Options)[];
  needs: readonly (keyof Options)[];
  /** Gives what to print. */
  run(options: Options): Promise<string>;
}

/** Whoever may run this may read the data folder, and with it everything. */
const OPERATOR: Scope = { actor: { kind: "system", id: "command-line", name: "command line" }, role: "owner", groups: "all" };

export const COMMANDS: Record<string, Command> = {
  "token create": {
    usage: "token create --name NAME --role ROLE [--group GROUP]… [--expires 90d]",
    does: "makes an API token and prints just the token",
    takes: ["name", "role", "group", "expires"],
    needs: ["name", "role"],
    run: async ({ name = "", role, group, expires }) => {
      const wish = { name, role: roleOf(role), groups: group ?? null, expiresAt: parseExpiry(expires) };
      return (await withStore(() => createToken(OPERATOR, wish))).token;
    },
  },
  "user create": {
    usage: "user create --email EMAIL --role ROLE [--name NAME] [--group GROUP]…",
    does: "adds a user; the password comes on standard input",
    takes: ["email", "role", "name", "group"],
    needs: ["email", "role"],
    run: async ({ email = "", role, name, group }) => {
      const wish = { email, name, role: roleOf(role), groups: group ?? null, password: await readSecret("Password: ") };
      const user = await withStore(() => createUser(wish));
      return `Created ${user.email} (${user.role}).`;
    },
  },
  "user password": {
    usage: "user password --email EMAIL",
    does: "sets a new password, from standard input, and ends the user's sessions",
    takes: ["email"],
    needs: ["email"],
    run: async ({ email = "" }) => {
      const password = await readSecret("New password: ");
      await withStore(() => setPassword(email, password));
      return "The password is changed; all sessions of this user have ended.";
    },
  },
  "user disable": {
    usage: "user disable --email EMAIL",
    does: "keeps a user out from the next request on",
    takes: ["email"],
    needs: ["email"],
    run: async ({ email = "" }) => {
      await withStore(() => disableUser(email));
      return "The user is disabled; all their sessions have ended.";
    },
  },
  sync: {
    usage: "sync [--account ID] [--region REGION]",
    does: "asks for a reading of all sources, or of some; every key is described",
    takes: ["account", "region"],
    needs: [],
    run: async ({ account, region }) => {
      await withStore(() => requestSync(OPERATOR, { account, region, full: true }));
      return "A reading is asked for: the worker begins at once, or when Keyatlas runs again.";
    },
  },
  rekey: {
    usage: "rekey",
    does: "seals every stored credential anew with the first of KEYATLAS_KEYS, and says which of the others may be dropped",
    takes: [],
    needs: [],
    run: async () => {
      const rekeyed = await withStore(() => rekey({ onProgress: (done) => done > 0 && say(`${done} resealed …`) }), migrate);
      if (rekeyed.unopened.length > 0) process.exitCode = 1;
      return tellRekeyed(rekeyed);
    },
  },
};

function roleOf(text: string | undefined): Role {
  const role = ROLES.find((one) => one === text);
  if (!role) throw new Refusal("invalid_body", `--role is one of ${ROLES.join(", ")}.`, "role");
  return role;
}
