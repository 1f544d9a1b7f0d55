import { useId } from "react";
import type { ReactNode } from "react";

interface FieldProps {
  label: string;
  /** A few muted words after the label. */
  aside?: string;
  hint?: ReactNode;
  error?: ReactNode;
  children: (control: { id: string; "aria-describedby"?: string; "aria-invalid"?: true }) => ReactNode;
  className?: string;
}

/** A label, its control, what to know about it and what is wrong with it, tied together for all readers. */
export function Field({ label, aside, hint, error, children, className = "" }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block font-strong">
        {label}
        {aside && <span className="ml-1.5 text-hint font-normal text-ink-3">{aside}</span>}
      </label>
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-hint leading-hint text-danger">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-hint leading-hint text-ink-3">
          {hint}
        </p>
      )}
    </div>
  );
}
