import { inLocale } from '@gezhi/contract/words/index';
import type { RuleBody, RuleVersionRow } from '@gezhi/contract/rules/index';
import { useLocale } from '../../words/locale.tsx';
import { CategoryName } from '../pickers/category-name.tsx';
import { minuteOfDay } from './rule-cell.tsx';
import { SettingsView } from './settings-view.tsx';
import type { Json } from './table.ts';

interface RestViewProps {
  readonly kind: RuleVersionRow['kind'];
  readonly body: Json;
}

/** What a body says beside its table: single values, and the lists that only its kind has. */
export function RestView({ kind, body }: RestViewProps) {
  return (
    <>
      <SettingsView body={kind === 'calendar' ? {} : body} />
      {kind === 'taskGate' ? <Gate gate={body as RuleBody<'taskGate'>} /> : null}
      {kind === 'categories' ? <Everyday categories={body as RuleBody<'categories'>} /> : null}
      {kind === 'areaKinds' ? <Scheme kinds={body as RuleBody<'areaKinds'>} /> : null}
      {kind === 'calendar' ? <Years calendar={body as RuleBody<'calendar'>} /> : null}
    </>
  );
}

/** What may be put on a grid at all: a category stands for all below it. */
function Gate({ gate }: { readonly gate: RuleBody<'taskGate'> }) {
  const { say } = useLocale();
  return (
    <>
      <p className="sheet-small">{say('rules.gate.about', { n: gate.categories.length })}</p>
      <ul className="rules-list">
        {gate.categories.map((code) => (
          <li key={code}>
            <CategoryName code={code} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Everyday({ categories }: { readonly categories: RuleBody<'categories'> }) {
  const { say, locale } = useLocale();
  return (
    <>
      <h3 className="rules-part">{say('rules.everyday')}</h3>
      <table className="sheet-table">
        <thead>
          <tr>
            <th scope="col">{say('rules.everyday.name')}</th>
            <th scope="col">{say('rules.everyday.words')}</th>
            <th scope="col">{say('rules.column.category')}</th>
          </tr>
        </thead>
        <tbody>
          {categories.everyday.map(({ code, name, words }) => (
            <tr key={code}>
              <td>{inLocale(locale, name)}</td>
              <td>{words.join(say('ui.and'))}</td>
              <td>
                <CategoryName code={code} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Scheme({ kinds }: { readonly kinds: RuleBody<'areaKinds'> }) {
  const { say } = useLocale();
  return <p className="sheet-small">{say('rules.scheme', { widths: kinds.scheme.widths.join(' + ') })}</p>;
}

function Years({ calendar }: { readonly calendar: RuleBody<'calendar'> }) {
  const { say } = useLocale();
  const office = calendar.office.map(([from, to]) => `${minuteOfDay(from)}–${minuteOfDay(to)}`).join(say('ui.and'));
  return (
    <>
      <dl className="rules-settings">
        <div>
          <dt>{say('rules.calendar.office')}</dt>
          <dd>{office}</dd>
        </div>
        <div>
          <dt>{say('rules.calendar.offset')}</dt>
          <dd>{`UTC${calendar.offsetMinutes < 0 ? '−' : '+'}${minuteOfDay(Math.abs(calendar.offsetMinutes))}`}</dd>
        </div>
      </dl>
      <table className="sheet-table">
        <thead>
          <tr>
            <th scope="col">{say('rules.calendar.year')}</th>
            <th scope="col">{say('rules.calendar.holidays')}</th>
            <th scope="col">{say('rules.calendar.makeUp')}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(calendar.years)
            .toSorted(([a], [b]) => b.localeCompare(a))
            .map(([year, { holidays, makeUpWorkdays }]) => (
              <tr key={year}>
                <td>{year}</td>
                <td>{holidays.map(dayOfYear).join(' ')}</td>
                <td>{makeUpWorkdays.map(dayOfYear).join(' ')}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </>
  );
}

/** `2026-02-16` in the row of its year: `02-16`. */
const dayOfYear = (date: string): string => date.slice(5);
