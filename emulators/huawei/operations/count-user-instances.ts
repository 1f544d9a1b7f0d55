import { keysAt } from "../../world/change-keys.ts";
import type { Operation } from "../call.ts";

/** Counts customer keys only: it differs from list-keys' total by the default keys. */
export const countUserInstances: Operation = ({ account, project }) => ({
  instance_num: keysAt(account, { region: project.region, project: project.id }).filter((key) => key.facts.manager === "customer").length,
});
