import type { ReactNode } from "react";

interface TagListProps {
  tags: Record<string, string>;
  /** The inventory's tags, where the cloud tells others now: those that it has no more are struck through. */
  before?: Record<string, string> | null;
  /** Wraps a tag, such as with its menu. */
  wrap?: (key: string, value: string, tag: ReactNode) => ReactNode;
}

/** Tags as `key:value`. */
export function TagList({ tags, before = null, wrap = (_key, _value, tag) => tag }: TagListProps) {
  const lost = Object.entries(before ?? {}).filter(([key, value]) => tags[key] !== value);
  return (
    <ul className="flex flex-wrap gap-1 py-0.5">
      {Object.entries(tags).map(([key, value]) => (
        <li
          key={key}
          className={`mono min-w-0 rounded-token text-code tracking-mono break-all ${before && before[key] !== value ? "bg-surface" : "bg-sunken"}`}
        >
          {wrap(key, value, <Tag tagKey={key} value={value} />)}
        </li>
      ))}
      {lost.map(([key, value]) => (
        <li key={`was ${key}`} className="mono rounded-token text-code tracking-mono break-all line-through">
          <Tag tagKey={key} value={value} />
        </li>
      ))}
    </ul>
  );
}

function Tag({ tagKey, value }: { tagKey: string; value: string }) {
  return (
    <span className="inline-block px-1.5">
      <span className="text-ink-3">
        <bdi>{tagKey}</bdi>
        {value && ":"}
      </span>
      <bdi>{value}</bdi>
    </span>
  );
}
