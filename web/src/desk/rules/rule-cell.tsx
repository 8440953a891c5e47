import { inLocale } from '@gezhi/contract/words/index';
import type { RuleName } from '@gezhi/domain/rules/index';
import { useLocale } from '../../words/locale.tsx';
import { AreaName } from '../pickers/area-name.tsx';
import { CategoryName } from '../pickers/category-name.tsx';
import { OrgName } from '../pickers/org-name.tsx';

/** Codes of a column whose names stand in a catalogue, by the beginning of the message id. */
const catalogued: Readonly<Record<string, string>> = {
  stage: 'case.stage.',
  urgency: 'case.urgency.',
  setsUrgency: 'case.urgency.',
  level: 'case.level.',
  setsLevel: 'case.level.',
  setsKind: 'case.kind.',
  light: 'case.light.',
  when: 'case.sign.',
  'amount.kind': 'rules.amount.',
  'lead.kind': 'rules.body.',
  'unit.per': 'rules.unit.',
};

interface RuleCellProps {
  /** Name of the list the row stands in: `kind` means another thing in each. */
  readonly part: string;
  readonly column: string;
  readonly value: string;
}

/** A cell of a rule as people read it: names in place of codes. */
export function RuleCell({ part, column, value }: RuleCellProps) {
  const { named } = useLocale();
  if (value === '') return null;
  if (column === 'lead.org') return <OrgName id={value} />;
  if (column === 'area' || column === 'lead.area') return <AreaName code={value} />;
  if (column === 'supporting') return <Bodies text={value} />;
  if (column === 'category') return <CategoryName code={value} />;
  if (column === 'needs') return <Needs text={value} />;
  if (column === 'unit.kinds') return <Kinds text={value} />;
  if (column === 'kind' && part === 'rows') return <>{named('case.kind.', value)}</>;
  if (column === 'id' && part === 'kinds') return <>{named('places.kind.', value)}</>;
  const start = catalogued[column];
  return <>{start === undefined ? value : named(start, value)}</>;
}

/** What a staffing rule needs: who, and how many. */
function Needs({ text }: { readonly text: string }) {
  const { locale } = useLocale();
  const needs = listIn(text) as readonly { readonly name?: RuleName; readonly min?: number }[] | undefined;
  if (needs === undefined) return <>{text}</>;
  return (
    <span className="rules-bodies">
      {needs.map(({ name, min }, index) => (
        <span key={`${index} ${name?.zh}`}>
          {name === undefined ? '' : inLocale(locale, name)} × {min}
        </span>
      ))}
    </span>
  );
}

/** Kinds of areas by name. */
function Kinds({ text }: { readonly text: string }) {
  const { say, named } = useLocale();
  const kinds = listIn(text);
  return (
    <>{kinds === undefined ? text : kinds.map((kind) => named('places.kind.', String(kind))).join(say('ui.and'))}</>
  );
}

/** A list that is kept as JSON text; undefined for text that is none. */
function listIn(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A list of bodies by name; text that is none as it stands. */
function Bodies({ text }: { readonly text: string }) {
  const bodies = bodiesIn(text);
  if (bodies === undefined) return <>{text}</>;
  return (
    <span className="rules-bodies">
      {bodies.map(({ org, area }) => (
        <span key={`${org}${area}`}>{org === undefined ? <AreaName code={area ?? ''} /> : <OrgName id={org} />}</span>
      ))}
    </span>
  );
}

function bodiesIn(text: string): readonly { readonly org?: string; readonly area?: string }[] | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** Choices of a column that takes only some codes; undefined where anything may be typed. */
export function choicesOf(part: string, column: string): readonly string[] | undefined {
  return column === 'kind' && part === 'rows' ? choices['setsKind'] : choices[column];
}

const choices: Readonly<Record<string, readonly string[]>> = {
  stage: [
    'accept',
    'dispatch',
    'acknowledge',
    'contact',
    'handle',
    'verify',
    'judge',
    'supervision',
    'reportIn',
    'result',
  ],
  urgency: ['ordinary', 'urgent'],
  setsUrgency: ['ordinary', 'urgent'],
  level: ['grid', 'community', 'street', 'county'],
  setsLevel: ['grid', 'community', 'street', 'county'],
  setsKind: ['ordinary', 'microProject', 'complex'],
  light: ['red', 'yellow', 'green', 'awaiting', 'none'],
  'amount.kind': ['running', 'working', 'workingDays', 'calendarDays'],
  'lead.kind': ['org', 'desk', 'grid'],
};
