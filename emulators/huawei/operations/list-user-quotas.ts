import { aboutSource } from "../../world/about-source.ts";
import type { Operation } from "../call.ts";

export const listUserQuotas: Operation = ({ account, project }) => {
  const { quotas = [] } = aboutSource(account, { region: project.region, project: project.id });
  return { quotas: { resources: quotas.map(({ name, used, most }) => ({ type: name, used, quota: most })) } };
};
