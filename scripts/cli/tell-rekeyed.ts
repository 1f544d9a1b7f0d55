import type { Rekeyed } from "#lib/store/rekey.ts";

/** What came of it, for whoever decides which keys to keep. */
export function tellRekeyed({ newest, resealed, older, unopened, spare, isUnseen }: Rekeyed): string {
  const needed = Object.entries(older);
  const lines = [`Resealed ${credentials(resealed)} with "${newest}".`];
  for (const { account, because } of unopened) lines.push(`Not resealed, and left as it was: ${account.name} (${account.id}). ${because}`);
  for (const [id, of] of needed) lines.push(`${credentials(of)} still ${of === 1 ? "needs" : "need"} "${id}".`);
  if (needed.length === 0) lines.push("No credential needs an older key.");
  if (spare.length > 0) lines.push(`May be dropped from KEYATLAS_KEYS: ${spare.map((id) => `"${id}"`).join(", ")}.`);
  const left = needed.reduce((sum, [, of]) => sum + of, 0);
  if (left > unopened.length) lines.push("Some were saved with an older key meanwhile: run it again.");
  if (isUnseen) lines.push(`Nothing here ever started with "${newest}": restart every process that runs without it, or it cannot open its credentials.`);
  return lines.join("\n");
}

const credentials = (of: number) => (of === 1 ? "1 credential" : `${of} credentials`);
