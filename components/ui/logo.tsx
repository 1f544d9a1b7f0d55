/** The mark: a globe with a keyhole. */
export function Logo({ className = "size-5" }: { className?: string }) {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true" className={`shrink-0 ${className}`}>
      <circle cx="10" cy="10" r="8.25" />
      <path d="M10 1.75c-6.3 4.7-6.3 11.8 0 16.5M10 1.75c6.3 4.7 6.3 11.8 0 16.5" strokeWidth="1.1" opacity=".55" />
      <path d="M10 6.55a2.15 2.15 0 0 1 1 4.05l.7 3.2H8.3l.7-3.2a2.15 2.15 0 0 1 1-4.05z" fill="currentColor" stroke="none" />
    </svg>
  );
}
