import { peopleRoutes } from '@gezhi/contract/people/index';
import type { RuleVersionRow } from '@gezhi/contract/rules/index';
import { inLocale } from '@gezhi/contract/words/index';
import { Select } from 'antd';
import { useAnswer } from '../../api/query.ts';
import { useLocale } from '../../words/locale.tsx';
import { catalogueOf, choicesOf, listIn, membersOf, rowName } from './columns.ts';
import { FormulaInput } from './formula-input.tsx';
import type { Term } from './formula-words.ts';
import { useRules } from './use-rules.ts';

interface CellInputProps {
  readonly kind: RuleVersionRow['kind'];
  readonly column: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A cell of a rule to change: a choice where only some codes are taken, else text. */
export function CellInput(props: CellInputProps) {
  const { kind, column, label, value, onChange } = props;
  const { say, named } = useLocale();
  const codes = choicesOf(kind, column);
  const start = catalogueOf(kind, column);
  if (column === 'lead.org') return <OrgChoice {...props} />;
  if (column === 'summonsKind') return <SummonsChoice {...props} />;
  if (column === 'permissions' || column === 'under' || column === 'unit.kinds') return <Members {...props} />;
  if (column === 'numerator' || column === 'denominator') {
    return (
      <FormulaInput
        label={label}
        terms={(listIn(value) ?? []) as readonly Term[]}
        onChange={(terms) => onChange(JSON.stringify(terms))}
      />
    );
  }
  if (flags.has(column)) {
    const options = [
      ['true', say('rules.yes')],
      ['false', say('rules.no')],
    ] as const;
    return <Choice label={label} value={value} onChange={onChange} options={options} />;
  }
  if (codes !== undefined && start !== undefined) {
    return (
      <Choice
        label={label}
        value={value}
        onChange={onChange}
        options={codes.map((code) => [code, named(start, code)] as const)}
      />
    );
  }
  const name = rowName(kind, column, value, named);
  return (
    <>
      <input
        className="rules-cell"
        aria-label={label}
        value={value}
        list={column === 'category' ? 'rule-categories' : undefined}
        size={Math.min(40, Math.max(6, widthOf(value) + 1))}
        onChange={(event) => onChange(event.target.value)}
      />
      {name === value ? null : <span className="rule-id">{name}</span>}
    </>
  );
}

/** Characters as wide as Latin ones: a Chinese one is as wide as two. */
const widthOf = (value: string): number => [...value].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 0);

/** Columns that say yes or no. */
const flags = new Set(['retired', 'secondFactor', 'desk']);

/** Several codes of a known set: rights of a role, kinds of areas. */
function Members({ kind, column, label, value, onChange }: CellInputProps) {
  const { named } = useLocale();
  const kinds = useRules('areaKinds')?.kinds ?? [];
  const chosen = (listIn(value) ?? []).map(String);
  const { start, codes } = membersOf(column) ?? { start: 'places.kind.', codes: kinds.map(({ id }) => id) };
  // What stands there must stay choosable, whatever the kinds in force are.
  const all = [...new Set([...codes, ...chosen])];
  return (
    <Select
      mode="multiple"
      size="small"
      className={kind === 'roles' ? 'rules-members rules-members-wide' : 'rules-members'}
      aria-label={label}
      value={chosen}
      options={all.map((code) => ({ value: code, label: named(start, code) }))}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(next: readonly string[]) => onChange(JSON.stringify(next))}
    />
  );
}

function OrgChoice({ label, value, onChange }: CellInputProps) {
  const orgs = useAnswer(peopleRoutes.listOrganisations, { query: { limit: 200 } }, { staleTime: 600_000 });
  const rows = orgs.data?.value.rows ?? [];
  return (
    <Choice label={label} value={value} onChange={onChange} options={rows.map(({ id, name }) => [id, name] as const)} />
  );
}

function SummonsChoice({ label, value, onChange }: CellInputProps) {
  const { locale } = useLocale();
  const kinds = useRules('summonsKinds')?.kinds ?? [];
  const options = kinds.map(({ id, name }) => [id, inLocale(locale, name)] as const);
  return <Choice label={label} value={value} onChange={onChange} options={options} />;
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
