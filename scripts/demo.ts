import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createWorld, type WorldAccount } from "#emulators/index.ts";
import { connectAccount } from "#lib/accounts/connect-account.ts";
import { listAccounts } from "#lib/accounts/list-accounts.ts";
import { createUser } from "#lib/auth/create-user.ts";
import { setPassword } from "#lib/auth/set-password.ts";
import { env } from "#lib/env.ts";
import { SYSTEM_SCOPE } from "#lib/model/system-scope.ts";
import { closeDatabase, openDatabase } from "#lib/store/database.ts";
import { findUserByEmail } from "#lib/store/users.ts";

/**
 * Makes the demo of a data folder, once: the emulated world's accounts, connected as a person would, and an owner whose random password is kept in
 * `<data>/sign-in` (0600). That file is written last and says that all is done: a start that was cut off goes on where it was.
 * Its one argument is what the emulated clouds said of themselves, as JSON: `{ cloud: { endpoints } }`.
 */
const EMAIL = "demo@keyatlas.example";

async function main(): Promise<string> {
  const file = join(env().data, "sign-in");
  const clouds: Record<string, { endpoints: Record<string, string> }> = JSON.parse(process.argv[2] ?? "{}");
  const { accounts } = createWorld();
  const held = new Set((await listAccounts(SYSTEM_SCOPE)).map(({ name }) => name));
  for (const account of accounts) if (!held.has(account.name)) await connect(account, clouds[account.cloud]?.endpoints ?? {});
  const password = randomBytes(15).toString("base64url");
  if (await findUserByEmail(EMAIL)) await setPassword(EMAIL, password);
  else await createUser({ email: EMAIL, name: "Demo", role: "owner", groups: null, password });
  writeFileSync(file, `Sign in: ${EMAIL} / ${password}\n`, { mode: 0o600 });
  return `${accounts.length} accounts connected`;
}

async function connect({ cloud, name, regions, groups, credential }: WorldAccount, endpoints: Record<string, string>) {
  await connectAccount(SYSTEM_SCOPE, { cloud, name, regions, groups, credential, endpoints });
}

try {
  openDatabase("cli");
  console.log(await main());
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
