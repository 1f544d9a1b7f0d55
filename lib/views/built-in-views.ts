/** The views that everybody has, in the order of the list. */
export const BUILT_IN_VIEWS = [
  { id: "deletes-soon", name: "To be deleted within 7 days", query: "deletes=..7d&sort=deletes" },
  { id: "expires-soon", name: "Key material expires within 30 days", query: "expires=..30d&sort=expires" },
  { id: "rotation-off", name: "Rotation off", query: "rotation=off" },
  { id: "rotation-unknown", name: "Rotation unknown", query: "rotation=denied,failed,pending" },
  { id: "disabled", name: "Disabled", query: "state=disabled" },
  { id: "imported", name: "Imported key material", query: "origin=imported" },
  { id: "service-keys", name: "Service keys", query: "manager=service" },
  { id: "stale", name: "Stale: not seen for 24 hours", query: "seen=..-24h" },
  { id: "missing", name: "Missing from the last listing", query: "presence=missing" },
  { id: "gone", name: "Gone", query: "presence=gone" },
] as const;

export type BuiltInView = (typeof BUILT_IN_VIEWS)[number];

export const builtInView = (id: string): BuiltInView | undefined => BUILT_IN_VIEWS.find((view) => view.id === id);
