import { addKey, type Emulators, type WorldAccount, type WorldKey } from "#emulators/index.ts";
import type { CloudId } from "#lib/model/vocabulary.ts";
import { connectWorldAccount, drain } from "./sync-world.ts";

/** The first region, or its own project, of an account of this cloud (its first one, or the one of this name): its keys, and a reading of it alone. */
export function worldPlace(emulators: Emulators, cloud: CloudId, name?: string) {
  const account = emulators.world.accounts.find((each) => each.cloud === cloud && (name === undefined || each.name === name)) as WorldAccount;
  const region = account.regions[0] ?? "";
  const project = account.projects.find((each) => each.name === region)?.id ?? null;
  const isHere = (key: WorldKey) => key.region === region && key.project === project;
  return {
    account,
    faults: emulators.clouds[cloud].faults,
    keys: (): WorldKey[] => account.keys.filter(isHere),
    empty: () => {
      account.keys = account.keys.filter((key) => !isHere(key));
    },
    add: (label: string, plan: Partial<Parameters<typeof addKey>[3]> = {}) => addKey(emulators.world, account, { region, project }, { label, ...plan }),
    async read(): Promise<string[]> {
      await connectWorldAccount(emulators, account, { regions: [region], ...(project && { projects: { [region]: project } }) });
      return (await drain()).map(({ end }) => end);
    },
  };
}
