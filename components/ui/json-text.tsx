/** A key with its colon, a string, or anything between. */
const PIECES = /("(?:\\.|[^"\\])*")(\s*:)?/g;

/** JSON in mono: names in accent, strings in green. Scrolls sideways and by keyboard. */
export function JsonText({ text, label, className = "" }: { text: string; label: string; className?: string }) {
  const parts: { text: string; look: string }[] = [];
  let at = 0;
  for (const match of text.matchAll(PIECES)) {
    parts.push({ text: text.slice(at, match.index), look: "" });
    parts.push({ text: match[1] ?? "", look: match[2] ? "text-accent" : "text-ok" });
    at = match.index + (match[1]?.length ?? 0);
  }
  parts.push({ text: text.slice(at), look: "" });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre role="region" aria-label={label} tabIndex={0} className={`mono quiet-scroll overflow-auto text-code text-ink ${className}`}>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no identity but their place
        <span key={index} className={part.look}>
          {part.text}
        </span>
      ))}
    </pre>
  );
}
