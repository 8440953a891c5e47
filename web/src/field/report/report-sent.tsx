import { Button } from 'antd-mobile';
import { useSay } from '../../words/locale.tsx';
import { go } from '../app/navigate.tsx';
import { ItemCard } from '../outbox/item-card.tsx';
import type { Item } from '../queue/item.ts';
import { useQueue } from '../queue/use-queue.ts';
import { ReplyText } from '../outbox/reply-text.tsx';

/** What became of a report: its number and who takes it, or that it is kept and goes when the line is back. */
export function ReportSent({ item, onAnother }: { readonly item: Item; readonly onAnother: () => void }) {
  const say = useSay();
  const items = useQueue();
  const now = items.find(({ id }) => id === item.id) ?? item;
  const { state } = now;
  return (
    <main className="page">
      {state.name === 'refused' ? (
        <ul className="queue-list">
          <ItemCard item={now} items={items} />
        </ul>
      ) : (
        <div className="card" role="status">
          <h1>
            {state.name === 'sent'
              ? say('field.report.sent', { number: state.arrived.number })
              : say('field.report.kept')}
          </h1>
          <p>
            {state.name === 'sent'
              ? say('field.report.sent.desk', { desk: state.arrived.desk ?? '' })
              : say('field.report.kept.hint')}
          </p>
          {state.name === 'sent' && now.group ? <ReplyText arrived={state.arrived} /> : null}
        </div>
      )}
      <div className="form">
        <Button color="primary" size="large" block onClick={onAnother}>
          {say('field.report.another')}
        </Button>
        {state.name === 'sent' ? (
          <Button size="large" block onClick={() => go({ at: 'case', id: state.arrived.caseId })}>
            {say('field.report.look')}
          </Button>
        ) : (
          <Button size="large" block onClick={() => go({ at: 'queue' })}>
            {say('field.queue.title')}
          </Button>
        )}
      </div>
    </main>
  );
}
