/** In the tab's own memory: what a link says is the same for everybody, and which view somebody came from is theirs. */
const KEY = "keyatlas-view";

/** The view that this tab was in when the address last said this, or null: a reload finds it again, another link does not. */
export function lastView(shared: string): string | null {
  const [id = "", ...said] = (sessionStorage.getItem(KEY) ?? "").split(" ");
  return id && said.join(" ") === shared ? id : null;
}

export function keepLastView(id: string | null, shared: string): void {
  if (id) sessionStorage.setItem(KEY, `${id} ${shared}`);
  else sessionStorage.removeItem(KEY);
}
