import type { CaseView } from '@gezhi/contract/cases/index';
import { Button } from 'antd';
import { When } from '../../ui/clock.tsx';
import { PersonChip } from '../../ui/person-chip.tsx';
import { useSay } from '../../words/locale.tsx';

interface PartiesProps {
  readonly found: CaseView;
  readonly onRate: (workOrder: string) => void;
}

type Order = CaseView['workOrders'][number];

/** The bodies on the case and what each owes. */
export function Parties({ found, onRate }: PartiesProps) {
  const say = useSay();
  return (
    <section className="sheet-block">
      <h3>{say('case.parties')}</h3>
      {found.workOrders.length === 0 ? <p className="sheet-small">{say('case.parties.none')}</p> : null}
      <ul className="sheet-list">
        {found.workOrders.map((order) => (
          <li key={order.id}>
            <div className="sheet-line">
              <PersonChip name={order.body.name} note={say(`case.role.${order.role}`)} />
              <span>{say(`case.order.${order.state}`)}</span>
              {order.mine ? <span className="sheet-small">{say('case.party.mine')}</span> : null}
              {order.by === 'summons' ? <span className="sheet-small">{say('case.party.summoned')}</span> : null}
            </div>
            <Times order={order} />
            {order.note === undefined ? null : <div>{order.note}</div>}
            {order.by === 'summons' && order.rated === undefined && found.commands.includes('rateBody') ? (
              <Button size="small" onClick={() => onRate(order.id)}>
                {say('case.command.rateBody')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Times({ order }: { readonly order: Order }) {
  const say = useSay();
  const steps = [
    ['case.party.sent', order.sentAt],
    ['case.party.answered', order.answeredAt],
    ['case.party.finished', order.finishedAt],
  ] as const;
  return (
    <div className="sheet-small sheet-line">
      <span>{say('case.party.from', { from: order.from.name })}</span>
      {steps.map(([id, at]) =>
        at === undefined ? null : (
          <span key={id}>
            {say(id)} <When at={at} />
          </span>
        ),
      )}
    </div>
  );
}
