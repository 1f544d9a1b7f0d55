"use client";
import type { AnchorHTMLAttributes, MouseEvent, Ref } from "react";
import { follow } from "./follow.ts";

/** True for a click that the browser should treat as its own: a new tab, a download. */
export const isOwnClick = (event: MouseEvent): boolean => event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

interface SoftLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
  /** Replaces the entry in the history, for changes that Back should not undo. */
  replace?: boolean;
  ref?: Ref<HTMLAnchorElement>;
}

/** A real link to another state of this page: with JavaScript it only changes the address, and the page follows it. */
export function SoftLink({ href, replace = false, onClick, children, ...rest }: SoftLinkProps) {
  return (
    <a
      href={href}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || isOwnClick(event)) return;
        event.preventDefault();
        follow(href, { replace });
      }}
      {...rest}
    >
      {children}
    </a>
  );
}
