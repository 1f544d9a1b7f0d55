/** Quiet path, loud leaf: `payments/` muted, `card-vault` in ink. */
export function PathName({ name, struck = false }: { name: string; struck?: boolean }) {
  const cut = name.lastIndexOf("/") + 1;
  return (
    <>
      {cut > 0 && <bdi className="font-normal text-ink-3">{name.slice(0, cut)}</bdi>}
      <bdi className={struck ? "font-normal text-ink-3 line-through" : "font-strong text-ink"}>{name.slice(cut)}</bdi>
    </>
  );
}
