import { masterKeys } from "./master-keys.ts";
import { migrate } from "./migrate.ts";

/** What every process that changes the store does first: tables up to date, master keys there and the right ones. `say` gets lines for people. */
export async function prepareStore(say: (line: string) => void): Promise<void> {
  await migrate();
  await masterKeys(say);
}
