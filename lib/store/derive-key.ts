import { hkdfSync } from "node:crypto";
import { masterKeys } from "./master-keys.ts";

/** 32 bytes for one purpose (`session`, `cursor`, …) from the newest master key: never used to seal, and different for each purpose. */
export async function deriveKey(purpose: string): Promise<Buffer> {
  const [newest] = await masterKeys();
  if (!newest) throw new Error("there is no master key");
  return Buffer.from(hkdfSync("sha256", newest.key, "", `keyatlas/${purpose}`, 32));
}
