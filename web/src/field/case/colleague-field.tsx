import type { CaseView } from '@gezhi/contract/cases/index';
import { peopleRoutes } from '@gezhi/contract/people/index';
import { useAnswer } from '../../api/query.ts';
import { useSay } from '../../words/locale.tsx';
import { useSession } from '../app/session.tsx';
import { PickField } from '../app/text-field.tsx';

interface ColleagueFieldProps {
  readonly label: string;
  readonly found: CaseView;
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** Somebody of the body that holds one's own work order, to pass it on to. */
export function ColleagueField({ label, found, value, onChange }: ColleagueFieldProps) {
  const say = useSay();
  const { person } = useSession();
  const body = found.workOrders.find(({ mine }) => mine)?.body;
  const query = { limit: 200, ...(body?.kind === 'org' ? { org: body.id } : { area: body?.id }) };
  const people = useAnswer(peopleRoutes.listPeople, { query }, { enabled: body !== undefined });
  const options = (people.data?.value.rows ?? [])
    .filter(({ id }) => id !== person.id)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <PickField label={label} none={say('field.form.choose')} value={value} options={options} onChange={onChange} />
  );
}
