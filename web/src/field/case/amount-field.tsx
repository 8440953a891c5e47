import type { CaseView } from '@gezhi/contract/cases/index';
import { useSay } from '../../words/locale.tsx';
import { TextField } from '../app/text-field.tsx';

interface AmountFieldProps {
  readonly label: string;
  readonly found: CaseView;
  readonly value: unknown;
  readonly onChange: (value: number | undefined) => void;
}

/** The new whole amount of the handle clock, in its own kind of time; it says what the amount is now. */
export function AmountField({ label, found, value, onChange }: AmountFieldProps) {
  const say = useSay();
  const clock = found.clocks.findLast(
    ({ stage, outcome }) => (stage === 'handle' || stage === 'result') && outcome === undefined,
  );
  const inDays = clock?.amount?.kind === 'workingDays' || clock?.amount?.kind === 'calendarDays';
  const unit = say(inDays ? 'field.form.unit.days' : 'field.form.unit.minutes');
  return (
    <div>
      <TextField
        label={clock?.amount === undefined ? label : say('field.form.days', { unit })}
        type="number"
        inputMode="numeric"
        min={1}
        value={typeof value === 'number' ? String(value) : ''}
        onChange={(text) => onChange(text === '' ? undefined : Number(text))}
      />
      {clock?.amount === undefined ? null : (
        <p className="quiet">{say('field.form.now', { amount: `${clock.amount.amount} ${unit}` })}</p>
      )}
    </div>
  );
}
