import { CLOUD_REGISTRY } from "../../clouds/registry.ts";
import { Refusal } from "../../model/refusal.ts";

const CLOUDS = Object.values(CLOUD_REGISTRY);
const ownNames = CLOUDS.flatMap(({ credentials, endpoints }) => [
  ...credentials.flatMap(({ fields }) => fields.map(({ name }) => `credential.${name}`)),
  ...Object.keys(endpoints).map((service) => `endpoints.${service}`),
]);
const NEEDED = ["cloud", "name", "regions", "credential.type"];
const COLUMNS: readonly string[] = [...new Set([...NEEDED, "groups", "limits.perSecond", "limits.inFlight", ...ownNames])];

const isProject = (name: string) => name.startsWith("projects.") && CLOUDS.some(({ regionShape }) => regionShape.test(name.slice("projects.".length)));

/**
 * The header row as column names. No message quotes a cell: in a file without a header row the first line holds a credential.
 * Throws Refusal `invalid_body`.
 */
export function readHeader(cells: readonly string[]): string[] {
  const names = cells.map((cell) => cell.trim());
  const wrong = names.findIndex((name) => !COLUMNS.includes(name) && !isProject(name));
  if (wrong >= 0) throw refuse(`Column ${wrong + 1} of the header row is none of ${COLUMNS.join(", ")}, projects.<region>.`);
  const twice = names.findIndex((name, i) => names.indexOf(name) !== i);
  if (twice >= 0) throw refuse(`The header row names ${names[twice]} twice.`);
  const missing = NEEDED.find((name) => !names.includes(name));
  if (missing !== undefined) throw refuse(`The header row lacks ${missing}.`);
  return names;
}

/** The cells of one row as the body of `POST /accounts`; empty ones are left out. */
export function toAccountInput(columns: readonly string[], cells: readonly string[]): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  const within: Record<string, Record<string, unknown>> = {};
  for (const [i, column] of columns.entries()) {
    const cell = cells[i]?.trim() ?? "";
    const [part = "", name] = column.split(".");
    if (cell === "") continue;
    if (name === undefined) input[part] = part === "name" || part === "cloud" ? cell : listOrAll(part, cell);
    else within[part] = { ...within[part], [name]: part === "limits" ? wholeNumber(cell) : cell };
  }
  return { ...input, ...within };
}

function listOrAll(column: string, cell: string): string | string[] {
  return column === "regions" && cell === "all" ? cell : list(cell);
}

const list = (cell: string) =>
  cell
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** Other text stays text, and is refused as what is no number. */
const wholeNumber = (cell: string) => (/^\d{1,9}$/.test(cell) ? Number(cell) : cell);

const refuse = (message: string) => new Refusal("invalid_body", message);
