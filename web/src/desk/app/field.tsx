import { useId } from 'react';
import type { ReactNode } from 'react';
import './field.css';

interface FieldProps {
  readonly label: string;
  readonly needed?: boolean;
  readonly hint?: ReactNode;
  /** Gives the input its id, so that the label names it. */
  readonly children: (id: string) => ReactNode;
}

/** An input with its name above it. */
export function Field({ label, needed = false, hint, children }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className={needed ? 'field-needed' : undefined}>
        {label}
      </label>
      {children(id)}
      {hint === undefined ? null : <span className="field-hint">{hint}</span>}
    </div>
  );
}
