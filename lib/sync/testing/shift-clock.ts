const Real = Date;
let shiftMs = 0;

/** Moves this process's clock forward, which goes on from there: for readings that are hours apart. The emulated clouds run in the same process. */
export function shiftClock(ms: number): void {
  shiftMs += ms;
  globalThis.Date = class extends Real {
    constructor(...args: unknown[]) {
      if (args.length === 0) super(Real.now() + shiftMs);
      else super(...(args as [number]));
    }
    static override now() {
      return Real.now() + shiftMs;
    }
  } as DateConstructor;
}

/** The real time again. */
export function resetClock(): void {
  shiftMs = 0;
  globalThis.Date = Real;
}
