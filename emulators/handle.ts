import { setTimeout as sleep } from "node:timers/promises";
import type { CallLog, LoggedCall } from "./calls.ts";
import { type Asked, type Dialect, type Twist, type VendorAnswer, VendorError, type WireReply, type WireRequest } from "./exchange.ts";
import { bendAnswer, isBend } from "./bend-answer.ts";
import type { Fault, FaultScript, ScriptedFault } from "./faults.ts";
import { insteadOf } from "./instead-of.ts";
import type { QuotaGate } from "./quota-gate.ts";
import { addKey, keysAt, removeKey } from "./world/change-keys.ts";
import type { World, WorldAccount } from "./world.ts";

interface House {
  dialect: Dialect;
  world: World;
  faults: FaultScript;
  calls: CallLog;
  /** null when quotas are not enforced. */
  quotas: QuotaGate | null;
  inFlight: number;
}

/** One call from wire to wire: read, authenticate, strike with faults, answer, log. */
export async function handle(request: WireRequest, house: House): Promise<WireReply | "hang" | "reset"> {
  const { dialect } = house;
  const requestId = dialect.newRequestId();
  const asked = dialect.ask(request);
  const logged: LoggedCall = {
    ...asked,
    at: new Date().toISOString(),
    method: request.method,
    path: request.path,
    account: null,
    status: null,
    requestId,
    faults: [],
    inFlight: house.inFlight,
  };
  house.calls.push(logged);
  let faults: Fault[] = [];
  const outcome = await inVendorWords(dialect, asked, requestId, async () => {
    const caller = dialect.authenticate(request, asked);
    logged.account = caller?.name ?? null;
    if (caller && house.quotas?.isOver(dialect.quotas(asked, caller))) throw dialect.scripted({ kind: "throttle" }, request, asked, caller);
    faults = house.faults.strike(asked, logged.account);
    logged.faults = faults.map((fault) => fault.kind);
    return answer(request, { asked, caller, faults, requestId }, house);
  });
  if (typeof outcome === "string") return outcome;
  logged.status = outcome.status;
  return faults.reduce(onTheWire, outcome);
}

/** What a fault does to a reply of any kind, refusals too. */
function onTheWire(reply: WireReply, fault: Fault): WireReply {
  if (fault.kind === "headers") return { ...reply, headers: { ...reply.headers, ...fault.headers } };
  if (fault.kind === "drip") return { ...reply, drip: { ms: fault.ms, bytes: fault.bytes ?? 16 } };
  return fault.kind === "idle-reset" ? { ...reply, isLast: true } : reply;
}

async function inVendorWords<T>(dialect: Dialect, asked: Asked, requestId: string, act: () => Promise<T>): Promise<T | WireReply> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    return dialect.refuse(error, asked, requestId);
  }
}

type Struck = { asked: Asked; caller: WorldAccount | null; faults: Fault[]; requestId: string };

async function answer(request: WireRequest, struck: Struck, house: House): Promise<WireReply | "hang" | "reset"> {
  let twist: Twist = null;
  for (const fault of struck.faults) {
    if (fault.kind === "hang" || fault.kind === "reset") return fault.kind;
    if (fault.kind === "delay") await sleep(fault.ms);
    if (fault.kind === "drop-page" || fault.kind === "repeat-page") twist = fault.kind;
    if (fault.kind === "small-page") twist = { most: fault.most };
    if (isScripted(fault)) {
      const error = house.dialect.scripted(fault, request, struck.asked, struck.caller);
      if (fault.kind !== "refuse" || !fault.asSuccess) throw error;
      return { ...house.dialect.refuse(error, struck.asked, struck.requestId), status: 200 };
    }
    const instead = insteadOf(fault);
    if (instead) return instead;
    changeWorld(fault, struck, house.world);
  }
  let made = house.dialect.answer(request, struck.asked, struck.caller, twist);
  for (const fault of struck.faults) made = rewrite(fault, made, { dialect: house.dialect, page: struck.asked.page });
  const reply = house.dialect.reply(made, struck.requestId);
  return struck.faults.some((fault) => fault.kind === "cut") ? { ...reply, body: reply.body.slice(0, Math.floor(reply.body.length / 2)) } : reply;
}

let inserted = 0;

function changeWorld(fault: Fault, { asked, caller }: Struck, world: World): void {
  if (fault.kind === "run") fault.run();
  if (!caller || !asked.region) return;
  const place = { region: asked.region, project: asked.project };
  if (fault.kind === "insert-key") addKey(world, caller, place, { label: `inserted-${++inserted}`, facts: { description: "Made between two pages" } });
  if (fault.kind === "delete-key") {
    const key = keysAt(caller, place).find((each) => fault.keyId === undefined || each.keyId === fault.keyId);
    if (key) removeKey(caller, key);
  }
}

const SCRIPTED: readonly Fault["kind"][] = ["throttle", "deny", "refuse", "expire-token", "unavailable"];

function isScripted(fault: Fault): fault is ScriptedFault {
  return SCRIPTED.includes(fault.kind);
}

function rewrite(fault: Fault, made: VendorAnswer, { dialect, page }: { dialect: Dialect; page: string | null }): VendorAnswer {
  const body = made.body as Record<string, unknown>;
  if (fault.kind === "rewrite") return { ...made, body: fault.rewrite(body) };
  if (fault.kind === "flat") return { ...made, body: dialect.flatten(body) };
  return isBend(fault) ? { ...made, body: bendAnswer(fault, body, page) } : made;
}
