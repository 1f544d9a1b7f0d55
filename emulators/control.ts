import type { CloudId } from "#lib/model/vocabulary.ts";
import type { CallLog } from "./calls.ts";
import type { WireReply, WireRequest } from "./exchange.ts";
import type { FaultRule, FaultScript } from "./faults.ts";
import { addKey, changeKey, removeKey } from "./world/change-keys.ts";
import type { World, WorldAccount, WorldKey } from "./world.ts";

interface Reins {
  faults: FaultScript;
  calls: CallLog;
  world: World;
  cloud: CloudId;
  clock: { offsetMs: number };
}

/**
 * The reins for specs that drive a running demo; served only with `--control`. Bodies and answers are JSON.
 * `GET|POST|DELETE /_control/faults` (a FaultRule), `GET|DELETE /_control/calls`, `GET /_control/world`,
 * `POST /_control/clock` `{ offsetMs }` (how far the cloud's clock is off),
 * `POST /_control/keys` `{ account, region, project?, label, facts? }`, `PATCH /_control/keys/{id}` (facts), `DELETE /_control/keys/{id}`.
 */
export function control(request: WireRequest, reins: Reins): WireReply {
  const [, , what, id] = request.path.split("/").map(decodeURIComponent);
  const verb = `${request.method} ${what}`;
  if (verb === "POST faults") reins.faults.add(parse<FaultRule>(request.body));
  else if (verb === "POST clock") reins.clock.offsetMs = parse<{ offsetMs: number }>(request.body).offsetMs;
  else if (verb === "DELETE faults") reins.faults.clear();
  else if (verb === "DELETE calls") reins.calls.clear();
  else if (verb === "GET faults") return json(200, reins.faults.rules());
  else if (verb === "GET calls") return json(200, reins.calls.all());
  else if (verb === "GET world") return json(200, reins.world.accounts.filter((account) => account.cloud === reins.cloud).map(withoutSecrets));
  else if (verb === "POST keys") return json(201, makeKey(request.body, reins));
  else if (what === "keys" && id) return changeOrRemove(request, id, reins);
  else return json(404, { error: "no such rein" });
  return { status: 204, headers: {}, body: "" };
}

function makeKey(body: string, { world, cloud }: Reins): WorldKey {
  const wish = parse<{ account: string; region: string; project?: string; label: string; facts?: WorldKey["facts"] }>(body);
  const account = world.accounts.find((each) => each.cloud === cloud && each.name === wish.account);
  if (!account) throw new Error(`no account ${wish.account}`);
  const own = account.projects.find((project) => project.name === (wish.project ?? wish.region));
  return addKey(world, account, { region: wish.region, project: own?.id ?? null }, { label: wish.label, facts: wish.facts });
}

function changeOrRemove(request: WireRequest, keyId: string, { world }: Reins): WireReply {
  for (const account of world.accounts) {
    const key = account.keys.find((each) => each.keyId === keyId);
    if (!key) continue;
    if (request.method === "DELETE") removeKey(account, key);
    else if (request.method === "PATCH") changeKey(key, parse<Partial<WorldKey["facts"]>>(request.body));
    else return json(405, { error: "PATCH or DELETE" });
    return json(200, key);
  }
  return json(404, { error: `no key ${keyId}` });
}

function withoutSecrets(account: WorldAccount): Omit<WorldAccount, "credential" | "otherCredentials"> {
  const { credential: _, otherCredentials: __, ...rest } = account;
  return rest;
}

function parse<T>(body: string): T {
  return JSON.parse(body) as T;
}

function json(status: number, body: unknown): WireReply {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
