/** The answer, or a TimeoutError when it has not come within `ms`; what comes later is let go. */
export async function withinTime<T>(answer: Promise<T>, ms: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new DOMException("The answer did not come in time.", "TimeoutError")), ms);
  return Promise.race([answer, late.promise]).finally(() => clearTimeout(timer));
}
