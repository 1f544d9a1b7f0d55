import type { CloudOffer } from "../cloud-offer.ts";

/** Columns of every file, in their order. */
const COMMON = ["cloud", "name", "regions", "groups", "credential.type"];

const fieldsOf = (offer: CloudOffer) => offer.credentials.flatMap(({ fields }) => fields);

/** The columns that hold no secret by their name, those of every cloud. */
export function isPublicColumn(column: string, offers: readonly CloudOffer[]): boolean {
  if (COMMON.includes(column)) return true;
  const [part, name = ""] = column.split(/\.(.*)/s);
  if (part === "limits") return name === "perSecond" || name === "inFlight";
  if (part === "endpoints") return offers.some(({ endpoints }) => Object.hasOwn(endpoints, name));
  if (part === "projects") return /^[a-z0-9-]+$/.test(name);
  return part === "credential" && offers.some((offer) => fieldsOf(offer).some((field) => field.name === name && !field.secret));
}

/** What a sample has for a cloud: the common columns and every credential field, the secret ones to be filled in. */
export const sampleColumns = (offer: CloudOffer): string[] => [...COMMON, ...new Set(fieldsOf(offer).map(({ name }) => `credential.${name}`))];

/** A row for each kind of credential, with everything that can be known without the account. */
export function sampleRows(offer: CloudOffer): string[][] {
  const columns = sampleColumns(offer);
  const rows = offer.credentials.map(
    ({ type }, i): Record<string, string> => ({
      cloud: offer.id,
      name: `${offer.label} ${i + 1}`,
      regions: i === 0 ? offer.regions.slice(0, 2).join(";") : "all",
      "credential.type": type,
    }),
  );
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))];
}
