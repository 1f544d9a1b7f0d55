type Body = Record<string, unknown>;

/** Every scalar through `value`, every member name through `name` with its depth (0 = the answer's own members). */
export function mapDeep(body: Body, value: (scalar: unknown) => unknown, name: (name: string, depth: number) => string = (same) => same): Body {
  const walk = (node: unknown, depth: number): unknown => {
    if (Array.isArray(node)) return node.map((each) => walk(each, depth));
    if (node === null || typeof node !== "object") return value(node);
    return Object.fromEntries(Object.entries(node).map(([key, inner]) => [name(key, depth), walk(inner, depth + 1)]));
  };
  return walk(body, 0) as Body;
}

/** The answer's lists, plain (`keys: […]`) or in their envelope (`Keys: { Key: […] }`), through `change`; undefined takes the member out. */
export function mapLists(body: Body, change: (list: readonly unknown[]) => unknown): Body {
  const changed = Object.entries(body).map(([name, value]): [string, unknown] => {
    if (Array.isArray(value)) return [name, change(value)];
    const [inner, ...others] = value !== null && typeof value === "object" ? Object.entries(value) : [];
    if (!inner || others.length > 0 || !Array.isArray(inner[1])) return [name, value];
    const list = change(inner[1]);
    return [name, list === undefined ? {} : { [inner[0]]: list }];
  });
  return Object.fromEntries(changed.filter(([, value]) => value !== undefined));
}
