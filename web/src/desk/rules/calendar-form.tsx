import type { RuleBody } from '@gezhi/contract/rules/index';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import { Field } from '../app/field.tsx';
import { daysOf, type Day, type DayKind, withDays } from './calendar-days.ts';
import { readMinute } from './minute.ts';
import { minuteOfDay } from './rule-cell.tsx';

type Calendar = RuleBody<'calendar'>;

interface CalendarFormProps {
  readonly calendar: Calendar;
  readonly onChange: (calendar: Calendar) => void;
}

/** The working calendar to change: office hours, and the days of a year that are not what their weekday says. */
export function CalendarForm({ calendar, onChange }: CalendarFormProps) {
  const say = useSay();
  const years = Object.keys(calendar.years).toSorted();
  const [year, setYear] = useState(years.at(-1) ?? '');
  return (
    <div className="rules-calendar">
      <OfficeHours office={calendar.office} onChange={(office) => onChange({ ...calendar, office: [...office] })} />
      <div className="page-choices">
        <Field label={say('rules.calendar.year')}>
          {(id) => (
            <Select
              id={id}
              value={year}
              onChange={setYear}
              options={years.toReversed().map((one) => ({ value: one, label: one }))}
            />
          )}
        </Field>
        <AddYear
          years={years}
          onAdd={(added) => {
            const empty = { holidays: [], makeUpWorkdays: [] };
            onChange({ ...calendar, years: { ...calendar.years, [added]: empty } });
            setYear(added);
          }}
        />
      </div>
      {year === '' ? null : (
        <Days
          key={year}
          year={year}
          days={daysOf(calendar.years[year])}
          onChange={(days) => onChange({ ...calendar, years: { ...calendar.years, [year]: withDays(days) } })}
        />
      )}
    </div>
  );
}

interface OfficeProps {
  readonly office: Calendar['office'];
  readonly onChange: (office: readonly [number, number][]) => void;
}

function OfficeHours({ office, onChange }: OfficeProps) {
  const say = useSay();
  const [typed, setTyped] = useState(() => office.map((span) => span.map(minuteOfDay)));
  const set = (next: string[][]) => {
    setTyped(next);
    const read = next.map(([from = '', to = '']) => [readMinute(from), readMinute(to)] as const);
    // What cannot be read stays out of the body, and the check below says which.
    onChange(read.map(([from, to]) => [from ?? Number.NaN, to ?? Number.NaN]));
  };
  return (
    <fieldset className="rules-office">
      <legend>{say('rules.calendar.office')}</legend>
      {typed.map(([from = '', to = ''], at) => (
        <span key={at} className="rules-span">
          <Input
            aria-label={say('rules.calendar.officeFrom', { n: at + 1 })}
            value={from}
            status={readMinute(from) === undefined ? 'error' : ''}
            onChange={(event) => set(typed.map((span, i) => (i === at ? [event.target.value, to] : span)))}
          />
          –
          <Input
            aria-label={say('rules.calendar.officeTo', { n: at + 1 })}
            value={to}
            status={readMinute(to) === undefined ? 'error' : ''}
            onChange={(event) => set(typed.map((span, i) => (i === at ? [from, event.target.value] : span)))}
          />
          <Button
            type="text"
            size="small"
            disabled={typed.length === 1}
            aria-label={say('rules.row.dropOne', { n: at + 1 })}
            onClick={() => set(typed.filter((_, i) => i !== at))}
          >
            ×
          </Button>
        </span>
      ))}
      <Button size="small" onClick={() => set([...typed, ['14:00', '18:00']])}>
        {say('rules.calendar.addHours')}
      </Button>
    </fieldset>
  );
}

function AddYear({ years, onAdd }: { readonly years: readonly string[]; readonly onAdd: (year: string) => void }) {
  const say = useSay();
  const [year, setYear] = useState(() => Number(years.at(-1) ?? '2025') + 1);
  return (
    <span className="rules-span">
      <InputNumber
        aria-label={say('rules.calendar.newYear')}
        value={year}
        min={1970}
        max={2199}
        onChange={(next) => setYear(next ?? year)}
      />
      <Button disabled={years.includes(String(year))} onClick={() => onAdd(String(year))}>
        {say('rules.calendar.addYear')}
      </Button>
    </span>
  );
}

interface DaysProps {
  readonly year: string;
  readonly days: readonly Day[];
  readonly onChange: (days: readonly Day[]) => void;
}

const kinds: readonly DayKind[] = ['off', 'work'];

function Days({ year, days, onChange }: DaysProps) {
  const say = useSay();
  const [date, setDate] = useState('');
  const [kind, setKind] = useState<DayKind>('off');
  const there = days.some((day) => day.date === date);
  const choices = kinds.map((value) => ({ value, label: say(`rules.day.${value}`) }));
  return (
    <>
      <div className="page-choices">
        <Input
          type="date"
          className="rules-date"
          aria-label={say('rules.calendar.date')}
          min={`${year}-01-01`}
          max={`${year}-12-31`}
          value={date}
          onChange={(event) => setDate(event.target.value)}
        />
        <Select aria-label={say('rules.calendar.kind')} value={kind} onChange={setKind} options={choices} />
        <Button
          disabled={!date.startsWith(`${year}-`) || there}
          onClick={() => {
            onChange([...days, { date, kind }]);
            setDate('');
          }}
        >
          {say('rules.calendar.addDay')}
        </Button>
        {there ? <span className="sheet-small">{say('rules.calendar.there')}</span> : null}
      </div>
      {days.length === 0 ? <p className="sheet-small">{say('rules.calendar.noDays')}</p> : null}
      <table className="sheet-table">
        <thead>
          <tr>
            <th scope="col">{say('rules.calendar.date')}</th>
            <th scope="col">{say('rules.calendar.kind')}</th>
            <th aria-label={say('rules.row.drop')} />
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.date}>
              <td className="figures">{day.date}</td>
              <td>
                <Select
                  size="small"
                  aria-label={say('rules.calendar.kindOf', { date: day.date })}
                  value={day.kind}
                  options={choices}
                  onChange={(next) => onChange(days.map((one) => (one === day ? { ...one, kind: next } : one)))}
                />
              </td>
              <td>
                <Button
                  type="text"
                  size="small"
                  aria-label={say('rules.calendar.dropDay', { date: day.date })}
                  onClick={() => onChange(days.filter((one) => one !== day))}
                >
                  ×
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
