import { useId } from 'react';
import type { ReactNode } from 'react';
import './field.css';

interface FieldProps {
  readonly label: string;
  readonly needed?: boolean;
  readonly hint?: ReactNode;
  /** What is wrong with what stands there now. */
  readonly wrong?: string | undefined;
  /** Gives the input its id, so that the label names it. */
  readonly children: (id: string) => ReactNode;
}

/** An input with its name above it. */
export function Field({ label, needed = false, hint, wrong, children }: FieldProps) {
  const id = useId();
  return (
    <div className={wrong === undefined ? 'field' : 'field field-wrong'}>
      <label htmlFor={id} className={needed ? 'field-needed' : undefined}>
        {label}
      </label>
      {children(id)}
      {wrong === undefined ? null : (
        <span className="field-mistake" role="alert">
          {wrong}
        </span>
      )}
      {hint === undefined ? null : <span className="field-hint">{hint}</span>}
    </div>
  );
}
