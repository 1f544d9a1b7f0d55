"use client";
import { type RefObject, useEffect } from "react";

interface Marks {
  /** Of the list; its options are `<id>-<place>`. */
  id: string;
  isOpen: boolean;
  /** The place of the chosen option, or -1. */
  active: number;
  hint: string;
}

/** Says of a combobox what its list does, for a field that was drawn before its list was loaded. */
export function useComboboxMarks(input: RefObject<HTMLInputElement | null>, { id, isOpen, active, hint }: Marks): void {
  useEffect(() => {
    const field = input.current;
    if (!field) return;
    const mark = (name: string, value: string | null) => (value === null ? field.removeAttribute(name) : field.setAttribute(name, value));
    mark("aria-expanded", String(isOpen));
    mark("aria-controls", isOpen ? id : null);
    mark("aria-activedescendant", isOpen && active >= 0 ? `${id}-${active}` : null);
    mark("placeholder", hint);
  }, [input, id, isOpen, active, hint]);
}
