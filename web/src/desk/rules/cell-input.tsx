import { peopleRoutes } from '@gezhi/contract/people/index';
import { inLocale } from '@gezhi/contract/words/index';
import { useAnswer } from '../../api/query.ts';
import { useLocale } from '../../words/locale.tsx';
import { choicesOf } from './rule-cell.tsx';
import { useRules } from './use-rules.ts';

interface CellInputProps {
  readonly part: string;
  readonly column: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A cell of a rule to change: a choice where only some codes are taken, else text. */
export function CellInput(props: CellInputProps) {
  const { part, column, label, value, onChange } = props;
  const { named } = useLocale();
  const codes = choicesOf(part, column);
  if (column === 'lead.org') return <OrgChoice {...props} />;
  if (codes !== undefined) {
    const start = { 'amount.kind': 'rules.amount.', 'lead.kind': 'rules.body.' }[column] ?? `case.${stem(column)}.`;
    return (
      <Choice
        label={label}
        value={value}
        onChange={onChange}
        options={codes.map((code) => [code, named(start, code)] as const)}
      />
    );
  }
  return (
    <input
      className="rules-cell"
      aria-label={label}
      value={value}
      list={column === 'category' ? 'rule-categories' : undefined}
      size={Math.min(40, Math.max(6, value.length + 1))}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** `setsLevel` is named like `level`. */
const stem = (column: string): string => (column.startsWith('sets') ? column.slice(4).toLowerCase() : column);

function OrgChoice({ label, value, onChange }: CellInputProps) {
  const orgs = useAnswer(peopleRoutes.listOrganisations, { query: { limit: 200 } }, { staleTime: 600_000 });
  const rows = orgs.data?.value.rows ?? [];
  return (
    <Choice label={label} value={value} onChange={onChange} options={rows.map(({ id, name }) => [id, name] as const)} />
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly (readonly [value: string, label: string])[];
}

function Choice({ label, value, onChange, options }: ChoiceProps) {
  const known = value === '' || options.some(([code]) => code === value);
  return (
    <select className="rules-cell" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="" />
      {known ? null : <option value={value}>{value}</option>}
      {options.map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** The categories by name, for the cells that take a code: one list for all of them. */
export function CategoryCodes() {
  const { locale } = useLocale();
  const categories = useRules('categories')?.categories ?? [];
  return (
    <datalist id="rule-categories">
      {categories.map(({ code, name }) => (
        <option key={code} value={code}>
          {inLocale(locale, name)}
        </option>
      ))}
    </datalist>
  );
}
