export type Move = "first" | "up" | "down" | "last";

/** The list with one entry moved; the same list where it cannot move that way. */
export function moveMember<T>(list: readonly T[], entry: T, move: Move): readonly T[] {
  const at = list.indexOf(entry);
  const to = { first: 0, up: at - 1, down: at + 1, last: list.length - 1 }[move];
  if (at < 0 || to < 0 || to >= list.length || to === at) return list;
  return list.toSpliced(at, 1).toSpliced(to, 0, entry);
}

const KEYS: Record<string, Move> = { ArrowUp: "up", ArrowDown: "down", Home: "first", End: "last" };

/** What a key with Alt means. */
export const moveOf = ({ altKey, ctrlKey, metaKey, key }: Pick<KeyboardEvent, "altKey" | "ctrlKey" | "metaKey" | "key">): Move | undefined =>
  altKey && !ctrlKey && !metaKey ? KEYS[key] : undefined;
