import type { CaseView } from '@gezhi/contract/cases/index';
import { PersonChip } from '../../ui/person-chip.tsx';
import { useSay } from '../../words/locale.tsx';

/** Who works on it and how far each is. */
export function Bodies({ orders }: { readonly orders: CaseView['workOrders'] }) {
  const say = useSay();
  if (orders.length === 0) return null;
  return (
    <section className="card">
      <span className="label">{say('field.case.bodies')}</span>
      <ul className="plain">
        {orders.map(({ id, body, role, state, note }) => (
          <li key={id}>
            <PersonChip name={body.name} note={`${say(`case.role.${role}`)} · ${say(`case.order.${state}`)}`} />
            {note === undefined || note === '' ? null : <p className="case-words">{note}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
