import { useSay } from '../../words/locale.tsx';
import { caseOf } from '../queue/machine.ts';
import { useQueue } from '../queue/use-queue.ts';
import { ItemCard } from './item-card.tsx';

/** What was done to this case on this phone and has not arrived. */
export function QueuedHere({ caseId }: { readonly caseId: string }) {
  const say = useSay();
  const items = useQueue();
  const here = items.filter((item) => caseOf(item) === caseId && item.state.name !== 'sent');
  if (here.length === 0) return null;
  return (
    <section>
      <span className="label">{say('field.queue.here')}</span>
      <ul className="queue-list">
        {here.map((item) => (
          <ItemCard key={item.id} item={item} items={items} />
        ))}
      </ul>
    </section>
  );
}
