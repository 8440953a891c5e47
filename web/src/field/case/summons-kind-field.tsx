import { ruleRoutes } from '@gezhi/contract/rules/index';
import { inLocale } from '@gezhi/contract/words/index';
import { useAnswer } from '../../api/query.ts';
import { useLocale } from '../../words/locale.tsx';
import { ChoiceField } from '../app/text-field.tsx';

interface SummonsKindFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (kind: string) => void;
}

interface NamedKind {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en?: string };
}

/** What sort of whistle is blown; it sets the clocks. */
export function SummonsKindField({ label, value, onChange }: SummonsKindFieldProps) {
  const { locale } = useLocale();
  const answer = useAnswer(ruleRoutes.inForce, { params: { kind: 'summonsKinds' }, query: {} });
  const kinds = (answer.data?.value.body as { readonly kinds?: readonly NamedKind[] } | undefined)?.kinds ?? [];
  const options = kinds.map(({ id, name }) => ({ value: id, label: inLocale(locale, name) }));
  return <ChoiceField label={label} value={value} options={options} onChange={onChange} />;
}
