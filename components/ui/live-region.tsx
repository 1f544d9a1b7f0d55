"use client";
import { useEffect, useState } from "react";

type Listener = (message: string) => void;
const listeners = new Set<Listener>();

/** Says something to those who listen: counts, done, copied. Never for each keystroke. */
export function announce(message: string): void {
  for (const listener of listeners) listener(message);
}

/** The one polite live region of a page. */
export function LiveRegion() {
  const [message, setMessage] = useState("");
  useEffect(() => {
    // The same words once more are said once more: a mark that nobody hears makes them new.
    const say: Listener = (words) => setMessage((said) => (said === words ? `${words}\u00a0` : words));
    listeners.add(say);
    return () => void listeners.delete(say);
  }, []);
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {message}
    </div>
  );
}
