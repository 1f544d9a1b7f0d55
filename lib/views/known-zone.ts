/** Intl's list leaves out UTC. */
const TIME_ZONES: ReadonlySet<string> = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);

const ZONE_SHAPE = /^[A-Z][\w+/-]{1,60}$/;

/** A zone as Intl's list has it, whichever of its names is given: browsers do not agree on which they offer. null for what is no zone. */
export function knownZone(name: string): string | null {
  const listed = listedZone(name);
  return TIME_ZONES.has(listed) ? listed : null;
}

function listedZone(name: string): string {
  if (TIME_ZONES.has(name) || !ZONE_SHAPE.test(name)) return name;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch (error) {
    // It knows no such zone: then the list does not hold it either.
    if (error instanceof RangeError) return name;
    throw error;
  }
}
