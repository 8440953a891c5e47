import { Button } from 'antd-mobile';
import { useState } from 'react';
import { Empty } from '../../ui/states.tsx';
import { useSay } from '../../words/locale.tsx';
import { PageHead } from '../app/page-head.tsx';
import { useSession } from '../app/session.tsx';
import type { Item } from '../queue/item.ts';
import { sendNow } from '../queue/sender.ts';
import { useAllQueued } from '../queue/use-all-queued.ts';
import { ItemCard } from './item-card.tsx';
import './outbox.css';

/** Rows shown at first; on an offline day there may be hundreds. */
const SHOWN = 50;

/** Everything taken on this phone: what needs somebody first, then what waits, then what has arrived. */
export function OutboxPage() {
  const say = useSay();
  const { person } = useSession();
  const all = useAllQueued();
  const own = (all ?? []).filter(({ owner }) => owner === person.id);
  const others = (all ?? []).filter(({ owner, state }) => owner !== person.id && state.name !== 'sent').length;
  const having = (...names: readonly Item['state']['name'][]) => own.filter(({ state }) => names.includes(state.name));
  const waiting = having('waiting', 'sending');
  return (
    <>
      <PageHead title={say('field.queue.title')} />
      <main className="page">
        {all !== undefined && own.length === 0 ? (
          <Empty title={say('field.queue.empty')} hint={say('field.queue.empty.hint')} />
        ) : null}
        {others === 0 ? null : <p className="card">{say('field.queue.others', { n: others })}</p>}
        <Group name="refused" rows={having('refused')} items={own} />
        {waiting.length === 0 ? null : (
          <Button block size="large" color="primary" onClick={sendNow}>
            {say('field.queue.sendNow')}
          </Button>
        )}
        <Group name="waiting" rows={waiting} items={own} />
        <Group name="sent" rows={having('sent').toReversed()} items={own} />
      </main>
    </>
  );
}

interface GroupProps {
  readonly name: 'refused' | 'waiting' | 'sent';
  readonly rows: readonly Item[];
  readonly items: readonly Item[];
}

function Group({ name, rows, items }: GroupProps) {
  const say = useSay();
  const [all, setAll] = useState(false);
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{say(`field.queue.group.${name}`, { n: rows.length })}</h2>
      <ul className="queue-list">
        {rows.slice(0, all ? rows.length : SHOWN).map((item) => (
          <ItemCard key={item.id} item={item} items={items} under={name} />
        ))}
      </ul>
      {all || rows.length <= SHOWN ? null : (
        <Button block onClick={() => setAll(true)}>
          {say('field.today.more')}
        </Button>
      )}
    </section>
  );
}
