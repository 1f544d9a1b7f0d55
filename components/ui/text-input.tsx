import type { InputHTMLAttributes, Ref } from "react";

/** The look of a thing you type in: 34 px, 44 on touch, its edge 3:1 against any ground. */
export const INPUT =
  "w-full h-[34px] touch:h-11 px-2.5 rounded-control border border-control bg-surface text-ink text-field " +
  "focus-visible:outline-offset-1 aria-invalid:border-danger disabled:bg-canvas disabled:text-ink-3";

interface TextInputProps extends InputHTMLAttributes<HTMLInputElement> {
  /** For machine words: ids, hosts, secrets. */
  machine?: boolean;
  ref?: Ref<HTMLInputElement>;
}

export function TextInput({ machine = false, className = "", ...rest }: TextInputProps) {
  const look = machine ? "mono text-[12.5px] phone:text-[16px]" : "";
  return <input className={`${INPUT} ${look} ${className}`} spellCheck={machine ? false : undefined} {...rest} />;
}
