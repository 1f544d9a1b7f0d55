import { Refusal } from "../../model/refusal.ts";
import type { SourceAddress } from "../../model/source.ts";

export type ProjectSource = (source: SourceAddress) => { region: string; project: string };

/** Every KMS call names a project; the one that the account names for the region stands in where a source has none. */
export function projectSource(projects: Readonly<Record<string, string>>): ProjectSource {
  return ({ region, project }) => {
    const id = project ?? projects[region];
    if (!id) throw new Refusal("invalid_query", "This cloud needs a project.", "project");
    return { region, project: id };
  };
}
