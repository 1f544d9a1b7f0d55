import { type ReactNode, useId } from "react";

interface ChartCardProps {
  title: string;
  aside?: string;
  /** The picture in one sentence, for those who do not see it. */
  summary: string;
  words: { table: string; picture: string; tableOf: string };
  table: { head: readonly string[]; rows: readonly { key: string; cells: readonly ReactNode[] }[] };
  children: ReactNode;
  className?: string;
}

/** A picture in a card, with its data behind it. The toggle is the browser's own: it works without script. */
export function ChartCard({ title, aside, summary, words, table, children, className = "" }: ChartCardProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={`group/card relative min-w-0 rounded-card border border-line bg-surface ${className}`}>
      <header className="flex min-h-10 items-center gap-2 border-b border-line py-1.5 pr-20 pl-3.5">
        <h2 id={id} className="font-strong">
          {title}
        </h2>
        {aside && <span className="truncate text-ink-3">{aside}</span>}
      </header>
      <p className="sr-only">{summary}</p>
      <details className="group/table">
        <summary className="absolute top-2 right-2 flex h-6 list-none items-center rounded-token px-1.5 text-accent hover:underline touch:top-0 touch:h-10 [&::-webkit-details-marker]:hidden print-hide">
          <span className="group-open/table:hidden">{words.table}</span>
          <span className="hidden group-open/table:inline">{words.picture}</span>
          <span className="sr-only"> {title}</span>
        </summary>
        <div className="relative overflow-x-auto">
          <table className="chart-table">
            <caption className="sr-only">{words.tableOf}</caption>
            <thead>
              <tr>
                {table.head.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(({ key, cells: [first, ...rest] }) => (
                <tr key={key}>
                  <th scope="row">{first}</th>
                  {rest.map((cell, i) => (
                    <td key={table.head[i + 1]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      <div className="group-has-[details[open]]/card:hidden">{children}</div>
    </section>
  );
}
