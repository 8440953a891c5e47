import { inLocale } from '@gezhi/contract/words/index';
import { Select } from 'antd';
import { useLocale } from '../../words/locale.tsx';
import { useRules } from '../rules/use-rules.ts';

interface SummonsKindPickerProps {
  readonly id: string;
  readonly value: string | undefined;
  readonly onChange: (kind: string) => void;
}

/** What sort of whistle is blown: it sets the clocks. */
export function SummonsKindPicker({ id, value, onChange }: SummonsKindPickerProps) {
  const { locale } = useLocale();
  const kinds = useRules('summonsKinds')?.kinds ?? [];
  return (
    <Select
      id={id}
      value={value ?? null}
      onChange={onChange}
      options={kinds.map((kind) => ({ value: kind.id, label: inLocale(locale, kind.name) }))}
    />
  );
}
