/** Tags as `key:value`. */
export function TagList({ tags }: { tags: Record<string, string> }) {
  return (
    <ul className="flex flex-wrap gap-1 py-0.5">
      {Object.entries(tags).map(([key, value]) => (
        <li key={key} className="mono rounded-token bg-sunken px-1.5 text-code tracking-mono break-all">
          <span className="text-ink-3">
            <bdi>{key}</bdi>
            {value && ":"}
          </span>
          <bdi>{value}</bdi>
        </li>
      ))}
    </ul>
  );
}
