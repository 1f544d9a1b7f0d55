import type { SourceAddress } from "#lib/model/source.ts";
import type { Connection, OpenedKey } from "../../cloud.ts";

/** One question to a connection; a question is one or a few calls. */
export interface Ask {
  name: string;
  run(connection: Connection): Promise<unknown>;
}

/** Everything that a connection can be asked about a source and these keys of it. */
export function asksOf(connection: Connection, source: SourceAddress, keys: readonly OpenedKey[]): Ask[] {
  const [first] = keys;
  const page = { pageToken: null, keyIds: keys.map(({ keyId }) => keyId) };
  return [
    { name: "check", run: (asked) => asked.check() },
    { name: "regions", run: (asked) => asked.regions() },
    ...(connection.projects ? [{ name: "projects", run: (asked: Connection) => asked.projects?.(source.region) ?? Promise.resolve(null) }] : []),
    { name: "list", run: (asked) => asked.listKeys(source) },
    { name: "filtered list", run: (asked) => asked.listKeys(source, { filter: { state: ["enabled"], tag: ["env"] }, pageSize: 3 }) },
    ...keys.map(({ keyId }) => ({ name: `describe ${keyId}`, run: (asked: Connection) => asked.describeKey(source, keyId) })),
    ...connection.sweeps.map(({ name }, n) => ({ name, run: (asked: Connection) => at(asked.sweeps, n).page(source, page) })),
    ...(connection.sweepsOfOne ?? []).map(({ name }, n) => ({
      name: `${name} of one`,
      run: (asked: Connection) => at(asked.sweepsOfOne ?? [], n).read(source, first?.keyId ?? ""),
    })),
    ...keys.flatMap((key) => [
      ...connection.details.flatMap(({ name, applies }, n) =>
        applies(key) ? [{ name, run: (asked: Connection) => at(asked.details, n).read(source, key.keyId) }] : [],
      ),
      ...connection.extras.flatMap(({ name, excuse }, n) =>
        excuse(key) === null ? [{ name, run: (asked: Connection) => at(asked.extras, n).read(source, key) }] : [],
      ),
    ]),
    ...connection.about.map(({ name }, n) => ({ name, run: (asked: Connection) => at(asked.about, n).read(source) })),
  ];
}

function at<T>(list: readonly T[], n: number): T {
  const one = list[n];
  if (one === undefined) throw new Error("the other connection has fewer of them");
  return one;
}
