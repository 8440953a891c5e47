import type { CaseView } from '@gezhi/contract/cases/index';
import { Button } from 'antd';
import { leftOf } from '../../ui/cases/next.ts';
import { Clock, When } from '../../ui/clock.tsx';
import { useSay } from '../../words/locale.tsx';

interface OrdersProps {
  readonly found: CaseView;
  readonly onAnswer: (order: string) => void;
}

/** Supervision orders on the case: numbered, to be answered in words. */
export function Orders({ found, onAnswer }: OrdersProps) {
  const say = useSay();
  if (found.orders.length === 0) return null;
  return (
    <section className="sheet-block">
      <h3>{say('case.orders')}</h3>
      <ul className="sheet-list">
        {found.orders.map((order) => (
          <li key={order.id}>
            <div className="sheet-line">
              <b>{order.number}</b>
              <span>{order.reasons.map((reason) => say(`case.sign.${reason}`)).join(say('ui.and'))}</span>
              <span className="sheet-small">
                <When at={order.orderedAt} />
              </span>
            </div>
            {order.answeredAt === undefined ? (
              <div className="sheet-line">
                <span>{order.stuck ? say('case.order.stuck') : say('case.order.to', { to: order.to.name })}</span>
                {order.stuck ? null : <OrderClock clocks={found.clocks} order={order} />}
              </div>
            ) : (
              <div>
                <span className="sheet-small">{say('case.order.answered')} </span>
                {order.answer}
              </div>
            )}
            {order.mine && order.answeredAt === undefined && found.commands.includes('answerSupervision') ? (
              <Button size="small" onClick={() => onAnswer(order.id)}>
                {say('case.command.answerSupervision')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OrderClockProps {
  readonly clocks: CaseView['clocks'];
  readonly order: CaseView['orders'][number];
}

/** What is left to answer in: the same clock, in the same words, as in the table of clocks. */
function OrderClock({ clocks, order }: OrderClockProps) {
  const say = useSay();
  const clock = clocks.findLast(({ stage, ref }) => stage === 'supervision' && ref === order.id);
  if (clock === undefined) return <Clock due={order.dueAt} />;
  return <Clock due={clock.dueAt} left={leftOf(clock)} still={clock.halted} stage={say('case.stage.supervision')} />;
}
