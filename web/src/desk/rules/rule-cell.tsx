import type { RuleVersionRow } from '@gezhi/contract/rules/index';
import { inLocale } from '@gezhi/contract/words/index';
import { countyZone } from '../../api/program-time.ts';
import { exactTime } from '../../ui/time-words.ts';
import { useLocale } from '../../words/locale.tsx';
import { AreaName } from '../pickers/area-name.tsx';
import { CategoryName } from '../pickers/category-name.tsx';
import { OrgName } from '../pickers/org-name.tsx';
import { catalogueOf, listIn, rowName } from './columns.ts';
import { termWords } from './formula-words.ts';
import type { Term } from './formula-words.ts';
import { Needs } from './needs.tsx';
import { useRules } from './use-rules.ts';

interface RuleCellProps {
  /** The kind of rules: `kind` and `id` mean another thing in each. */
  readonly kind: RuleVersionRow['kind'];
  readonly column: string;
  readonly value: string;
}

/** A cell of a rule as people read it: names in place of codes. */
export function RuleCell({ kind, column, value }: RuleCellProps) {
  const { say, named } = useLocale();
  if (value === '') return null;
  if (column === 'lead.org') return <OrgName id={value} />;
  if (column === 'area' || column === 'lead.area') return <AreaName code={value} />;
  if (column === 'category') return <CategoryName code={value} />;
  if (column === 'summonsKind') return <SummonsKind id={value} />;
  if (column === 'id' || column === 'code') return <RowName kind={kind} id={value} />;
  if (column === 'from') return <>{exactTime(Date.parse(value), countyZone)}</>;
  if (column === 'window.from' || column === 'window.to') return <>{minuteOfDay(Number(value))}</>;
  if (value === 'true' || value === 'false') return <>{value === 'true' ? say('rules.yes') : say('rules.no')}</>;
  const list = listIn(value);
  if (list !== undefined) return <List column={column} list={list} />;
  const start = catalogueOf(kind, column);
  return <>{start === undefined ? value : named(start, value)}</>;
}

/** A row's own name: what it stands for in words, its id small behind. */
function RowName({ kind, id }: { readonly kind: RuleVersionRow['kind']; readonly id: string }) {
  const { named } = useLocale();
  const words = rowName(kind, 'id', id, named);
  if (words === id) return <span className="rule-id">{id}</span>;
  return (
    <>
      {words} <span className="rule-id">{id}</span>
    </>
  );
}

function SummonsKind({ id }: { readonly id: string }) {
  const { locale } = useLocale();
  const found = useRules('summonsKinds')?.kinds.find((kind) => kind.id === id);
  return <span title={id}>{found === undefined ? id : inLocale(locale, found.name)}</span>;
}

/** A list inside a cell: bodies, rights, kinds, terms of a rate, what a staffing rule needs. */
function List({ column, list }: { readonly column: string; readonly list: readonly unknown[] }) {
  const { say, named } = useLocale();
  if (column === 'numerator' || column === 'denominator') return <>{termWords(list as readonly Term[], say)}</>;
  if (column === 'needs') return <Needs needs={list} />;
  if (column === 'supporting') return <Bodies bodies={list as readonly Named[]} />;
  const start = { permissions: 'rules.permission.', under: 'places.kind.' }[column];
  const names = list.map((one) => {
    const text = typeof one === 'string' ? one : JSON.stringify(one);
    if (column === 'unit.kinds') return namedKind(text, named);
    return start === undefined ? text : named(start, text);
  });
  return <>{names.join(say('ui.and'))}</>;
}

/** A kind of area or of organisation. */
function namedKind(kind: string, named: (start: string, thing: string) => string): string {
  const place = named('places.kind.', kind);
  return place === kind ? named('org.kind.', kind) : place;
}

interface Named {
  readonly org?: string;
  readonly area?: string;
}

function Bodies({ bodies }: { readonly bodies: readonly Named[] }) {
  return (
    <span className="rules-bodies">
      {bodies.map(({ org, area }) => (
        <span key={`${org}${area}`}>{org === undefined ? <AreaName code={area ?? ''} /> : <OrgName id={org} />}</span>
      ))}
    </span>
  );
}

/** Minutes after midnight as a time of day: 480 → `08:00`. */
export function minuteOfDay(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
