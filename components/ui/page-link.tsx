"use client";
import { useRouter } from "next/navigation";
import type { AnchorHTMLAttributes } from "react";
import { isOwnClick } from "./soft-link.tsx";

/** A link to another page, without a reload. Next's own Link brings prefetching and weighs more than all links are worth here. */
export function PageLink({ href, onClick, children, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const router = useRouter();
  return (
    <a
      href={href}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || isOwnClick(event)) return;
        event.preventDefault();
        router.push(href);
      }}
      {...rest}
    >
      {children}
    </a>
  );
}
