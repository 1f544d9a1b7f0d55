"use client";
import { usePathname } from "next/navigation";
import { PageLink } from "#components/ui/page-link.tsx";
import { useWords } from "#components/ui/words.tsx";

const PLACES = [
  { href: "/overview", label: "place.overview" },
  { href: "/keys", label: "place.keys" },
  { href: "/accounts", label: "place.accounts" },
  { href: "/sources", label: "place.sources" },
] as const;

const LOOKS = {
  bar: {
    list: "flex h-full gap-0.5",
    link: "relative flex h-full items-center px-2.5 text-ink-2 hover:text-ink aria-[current]:font-strong aria-[current]:text-ink aria-[current]:after:absolute aria-[current]:after:inset-x-2.5 aria-[current]:after:-bottom-px aria-[current]:after:h-0.5 aria-[current]:after:bg-ink",
  },
  list: {
    list: "flex flex-col",
    link: "flex h-11 items-center rounded-control px-3 text-ink-2 aria-[current]:bg-sunken aria-[current]:font-strong aria-[current]:text-ink",
  },
};

/** The places of the product: in the top bar, or as a list in the phone's menu. */
export function MainNav({ look }: { look: keyof typeof LOOKS }) {
  const path = usePathname();
  const t = useWords();
  return (
    <nav aria-label={t("shell.main")} className={look === "bar" ? "h-full phone:hidden" : "md:hidden"}>
      <ul className={LOOKS[look].list}>
        {PLACES.map(({ href, label }) => (
          <li key={href}>
            <PageLink href={href} aria-current={path === href || path.startsWith(`${href}/`) ? "page" : undefined} className={LOOKS[look].link}>
              {t(label)}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
