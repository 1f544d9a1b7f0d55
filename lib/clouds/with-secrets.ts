import type { OutgoingCall } from "./cloud.ts";
import type { Ledger } from "./ledger.ts";
import { type LineTerms, openLine, type PermitLine, type PermitOptions } from "./permit-line.ts";
import { processWide } from "./process-wide.ts";
import type { Rate } from "./schedule-starts.ts";
import { openSecretTurns, type SecretTurns } from "./secret-turns.ts";

type Budget = LineTerms["budgets"][number];

export interface LimitedSecret {
  credentialKey: string;
  place: Budget;
  credential: readonly Budget[];
  /** Calls in flight, over all regions, that may present the secret. */
  turns: number;
  muteMs: number;
}

/** A place's line for a cloud that limits how many calls present a secret at a time: those with a token wait for the place alone. */
export interface LineWithSecrets extends Pick<PermitLine, "restFor" | "giveBack"> {
  permit<T>(call: () => Promise<T>, at: PermitOptions & Pick<OutgoingCall<unknown>, "presents">): Promise<T>;
}

/**
 * First the place's permit and then the secret's: a place that rests must not hold what the others could use. Its starts count from when calls leave, since
 * some wait long for the secret's.
 */
export function withSecrets(tokens: PermitLine, terms: Omit<LineTerms, "budgets">, limited: LimitedSecret): LineWithSecrets {
  const place = openLine({ ...terms, budgets: [limited.place] });
  const secrets = turnsOf(terms, limited);
  const both = async (work: (line: PermitLine) => Promise<void>) => void (await Promise.all([tokens, place].map(work)));
  return {
    permit(call, { presents, ...at }) {
      if (presents === "token") return tokens.permit(call, at);
      const depart = (departs: () => void) => {
        departs();
        return call();
      };
      return place.permitToDepart((departs) => secrets.permit(limited.place.name, () => depart(departs), at.signal), at);
    },
    restFor: (ms) => both((line) => line.restFor(ms)),
    async giveBack() {
      await both((line) => line.giveBack());
      await secrets.giveBack();
    },
  };
}

/** One for each credential of a ledger. */
function turnsOf(terms: Omit<LineTerms, "budgets">, { credentialKey, credential, turns, muteMs }: LimitedSecret): SecretTurns {
  const all = processWide("secret-turns", () => new WeakMap<Ledger, Map<string, SecretTurns>>());
  const known = all.get(terms.ledger) ?? new Map<string, SecretTurns>();
  all.set(terms.ledger, known);
  const name = JSON.stringify([credentialKey, credential, turns, muteMs]);
  const budgets = [{ name: `secret|${credentialKey}`, rate: NO_LIMIT }, ...credential];
  const open = () => openSecretTurns({ line: openLine({ ...terms, slots: turns, budgets }), turns, muteMs });
  const opened = known.get(name) ?? open();
  known.set(name, opened);
  return opened;
}

const NO_LIMIT: Rate = { most: 1_000, windowMs: 1_000 };
