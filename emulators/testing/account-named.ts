import type { World, WorldAccount, WorldProject } from "../world.ts";

/** The world's account of that name; throws when there is none. */
export function accountNamed(world: World, name: string): WorldAccount {
  const found = world.accounts.find((account) => account.name === name);
  if (!found) throw new Error(`The world has no account ${name}`);
  return found;
}

export function projectNamed(account: WorldAccount, name: string): WorldProject {
  const found = account.projects.find((project) => project.name === name);
  if (!found) throw new Error(`${account.name} has no project ${name}`);
  return found;
}
