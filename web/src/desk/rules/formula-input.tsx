import { casePredicateNames } from '@gezhi/domain/cases/index';
import { Button, InputNumber, Select } from 'antd';
import { useSay } from '../../words/locale.tsx';
import type { Term } from './formula-words.ts';

interface FormulaInputProps {
  readonly label: string;
  readonly terms: readonly Term[];
  readonly onChange: (terms: readonly Term[]) => void;
}

/** One part of a rate to change: which cases are counted, and what each of them weighs. */
export function FormulaInput({ label, terms, onChange }: FormulaInputProps) {
  const say = useSay();
  const set = (at: number, change: Partial<Term>) =>
    onChange(terms.map((term, index) => (index === at ? { ...term, ...change } : term)));
  return (
    <div className="rules-formula" role="group" aria-label={label}>
      {terms.map((term, at) => (
        <div key={at} className="rules-term">
          <Select
            mode="multiple"
            size="small"
            className="rules-members"
            aria-label={`${label} ${at + 1}`}
            value={[...term.all]}
            options={casePredicateNames.map((value) => ({ value, label: say(`rules.predicate.${value}`) }))}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(all) => set(at, { all })}
          />
          <InputNumber
            size="small"
            min={0}
            max={1000}
            step={0.5}
            aria-label={say('rules.formula.weight', { n: at + 1 })}
            value={term.weight}
            onChange={(weight) => set(at, { weight: weight ?? 0 })}
          />
          <Button
            size="small"
            type="text"
            aria-label={say('rules.row.dropOne', { n: at + 1 })}
            onClick={() => onChange(terms.filter((_, index) => index !== at))}
          >
            ×
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...terms, { all: [], weight: 1 }])}>
        {say('rules.formula.add')}
      </Button>
    </div>
  );
}
