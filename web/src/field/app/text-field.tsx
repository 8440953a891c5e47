import { useId } from 'react';
import type { ComponentProps } from 'react';
import { Dictate } from './dictate.tsx';

interface TextFieldProps
  extends Pick<ComponentProps<'input'>, 'type' | 'autoComplete' | 'inputMode' | 'maxLength' | 'min'> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One line of text with its label. */
export function TextField({ label, value, onChange, ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <div className="text-field">
      <label htmlFor={id} className="label">
        {label}
      </label>
      <input id={id} value={value} onChange={(event) => onChange(event.target.value)} {...rest} />
    </div>
  );
}

interface WordsFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly most: number;
  readonly hint?: string;
  readonly mistake?: string | undefined;
}

/** Several lines of text, typed or spoken. */
export function WordsField({ label, value, onChange, most, hint, mistake }: WordsFieldProps) {
  const id = useId();
  return (
    <div className="text-field">
      <label htmlFor={id} className="label">
        {label}
      </label>
      {mistake === undefined ? null : (
        <p className="mistake" id={`${id}-mistake`} role="alert">
          {mistake}
        </p>
      )}
      <textarea
        id={id}
        rows={4}
        maxLength={most}
        value={value}
        placeholder={hint}
        aria-describedby={mistake === undefined ? undefined : `${id}-mistake`}
        aria-invalid={mistake !== undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      <Dictate onWords={(words) => onChange(`${value}${words}`.slice(0, most))} />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** One of a long list: the phone's own picker. */
export function PickField({ label, value, options, onChange, none }: ChoiceProps & { readonly none: string }) {
  const id = useId();
  return (
    <div className="text-field">
      <label htmlFor={id} className="label">
        {label}
      </label>
      <select id={id} value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
        <option value="" disabled>
          {none}
        </option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** One of a few, as large buttons side by side. */
export function ChoiceField({ label, value, options, onChange }: ChoiceProps) {
  const name = useId();
  return (
    <fieldset className="choice-field">
      <legend className="label">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="choice">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface TickFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly ticked: boolean;
  readonly onChange: (ticked: boolean) => void;
}

export function TickField({ label, hint, ticked, onChange }: TickFieldProps) {
  return (
    <label className="tick-field">
      <input type="checkbox" checked={ticked} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {label}
        {hint === undefined ? null : <small>{hint}</small>}
      </span>
    </label>
  );
}
