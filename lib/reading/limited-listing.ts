import type { Problem } from "../model/problem.ts";
import type { ReadKey } from "../model/reading.ts";
import type { Listed } from "./list-keys.ts";
import type { ProblemPlace } from "./to-problem.ts";
import { ownProblem } from "./own-problem.ts";

/** The specs that a site's listing is limited to, unless a key of another spec came all the same; null where it lists all. */
export function limitOf({ onlySpecs }: Pick<Listed, "onlySpecs">, keys: readonly ReadKey[]): readonly string[] | null {
  const isLimited = onlySpecs && !keys.some(({ values: { spec } }) => typeof spec === "string" && !onlySpecs.includes(spec));
  return isLimited ? onlySpecs : null;
}

/** A limited listing is whole for what it lists, and never complete. */
export function limitedTo(at: ProblemPlace, specs: readonly string[], operation: string): Problem {
  const words = specs.map((spec) => spec.toUpperCase().replaceAll("-", "_")).join(", ");
  return ownProblem(at, "listing-limited", `This site lists ${words} keys only. Keys of other specs may exist and cannot be listed here.`, operation);
}
