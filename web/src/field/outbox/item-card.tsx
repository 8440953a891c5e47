import { caseRoutes } from '@gezhi/contract/cases/index';
import { Button, Dialog } from 'antd-mobile';
import { useAnswer } from '../../api/query.ts';
import { isClockLine, saidIn, sentenceOf } from '../../ui/cases/sentences.ts';
import { exactTime } from '../../ui/time-words.ts';
import { countyZone } from '../../api/program-time.ts';
import { useSay } from '../../words/locale.tsx';
import { Go, go } from '../app/navigate.tsx';
import type { Item } from '../queue/item.ts';
import { isHeld, isInHand, resend, sendAsNew } from '../queue/machine.ts';
import { backToDraft, phoneQueue } from '../queue/queue-store.ts';
import { sendNow } from '../queue/sender.ts';
import { ReplyText } from './reply-text.tsx';
import { StateMark } from './state-mark.tsx';
import './outbox.css';

interface ItemCardProps {
  readonly item: Item;
  readonly items: readonly Item[];
  /** The heading over it, which says its state already. */
  readonly under?: 'waiting' | 'sent' | 'refused';
}

/** One thing taken on this phone: what it is, when it happened, what became of it, and what can be done about it. */
export function ItemCard({ item, items, under }: ItemCardProps) {
  const say = useSay();
  const { work, state } = item;
  const what = work.kind === 'report' ? say('field.queue.report') : say(`case.command.${work.body.type}`);
  const told = isHeld(item, items) ? 'held' : state.name;
  const photos = Object.values(item.photos).flat().length;
  return (
    <li className="queued" data-state={state.name}>
      <p className="queued-head">
        <b>{what}</b>
        <span className="queued-state" role="status">
          <StateMark name={state.name} />
          {told === under ? (
            <span className="sr-only">{say(`field.queue.state.${told}`)}</span>
          ) : (
            say(`field.queue.state.${told}`)
          )}
        </span>
      </p>
      {item.title === '' ? null : <p className="work-words">{item.title}</p>}
      <p className="quiet">
        {[
          // What has arrived says its number as the way to the case.
          work.kind === 'command' && state.name !== 'sent' ? work.caseNumber : undefined,
          say('field.queue.at', { time: exactTime(item.at, countyZone) }),
          photos === 0 ? undefined : say('field.queue.photos', { n: photos }),
        ]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </p>
      {state.name === 'sent' ? <Arrived item={item} /> : null}
      {state.name === 'refused' ? <Refused item={item} /> : null}
      {state.name === 'waiting' ? (
        <div className="queued-ways">
          <Edit item={item} />
          <Discard item={item} />
        </div>
      ) : null}
    </li>
  );
}

function Arrived({ item }: { readonly item: Item }) {
  const say = useSay();
  if (item.state.name !== 'sent') return null;
  const { number, caseId } = item.state.arrived;
  return (
    <>
      <Go to={{ at: 'case', id: caseId }} className="link">
        {say('field.queue.number', { number })}
      </Go>
      {item.group ? <ReplyText arrived={item.state.arrived} /> : null}
    </>
  );
}

/** Why it was refused, what happened to the case meanwhile, and the ways on. Nothing goes without a decision. */
function Refused({ item }: { readonly item: Item }) {
  const say = useSay();
  const { work, state } = item;
  const caseId = work.kind === 'command' ? work.caseId : '';
  const found = useAnswer(caseRoutes.get, { params: { id: caseId } }, { enabled: caseId !== '' }).data?.value;
  if (state.name !== 'refused') return null;
  const { reason } = state;
  const news =
    work.kind === 'command'
      ? (found?.history ?? []).filter((line) => line.seq > work.version && !isClockLine(line))
      : [];
  const spent = reason.code === 'http.idempotencyKeyReused' || reason.code === 'queue.keyTooOld';
  return (
    <>
      <div className="problem" role="alert">
        {spent ? (
          <strong>{say(reason.code === 'queue.keyTooOld' ? 'field.queue.tooOld' : 'field.form.alreadySent')}</strong>
        ) : (
          <>
            <strong>{reason.status === 412 ? say('field.stale.title') : (reason.detail ?? reason.title)}</strong>
            {(reason.status === 412 ? [] : (reason.errors ?? [])).map(({ path, message }) => (
              <p key={path}>{message}</p>
            ))}
          </>
        )}
        {found === undefined || news.length === 0 ? null : (
          <>
            {say('field.queue.news')}
            <ul className="plain">
              {news.map((line) => (
                <li key={line.seq}>
                  {[sentenceOf(line, found.workOrders, say), saidIn(line)].filter(Boolean).join(' — ')}
                </li>
              ))}
            </ul>
          </>
        )}
        {say('field.queue.yours')}
      </div>
      <div className="queued-ways">
        {spent ? (
          <Button onClick={() => void change(item, (one) => sendAsNew(one, crypto.randomUUID()))}>
            {say('field.form.asNew')}
          </Button>
        ) : (
          <Button onClick={() => void change(item, (one) => resend(one, found?.version))}>
            {say('field.queue.again')}
          </Button>
        )}
        <Edit item={item} />
        <Discard item={item} />
        {caseId === '' ? null : (
          <Button onClick={() => go({ at: 'case', id: caseId })}>{say('field.report.look')}</Button>
        )}
      </div>
    </>
  );
}

async function change(item: Item, how: (item: Item) => Item): Promise<void> {
  await phoneQueue.change((items) => ({
    put: items.filter((one) => one.id === item.id && isInHand(one)).map(how),
    result: undefined,
  }));
  sendNow();
}

/** Back into its form, with words and photos; the queue no longer has it. */
function Edit({ item }: { readonly item: Item }) {
  const say = useSay();
  const { work } = item;
  if (work.kind === 'command' && Object.keys(item.values).length === 0) return null;
  const edit = async () => {
    const form = work.kind === 'report' ? `report ${item.id}` : `${work.body.type} ${work.caseId}`;
    const ended = await backToDraft(item.id, `${item.owner} ${form}`, isInHand);
    if (ended === 'occupied') await Dialog.alert({ content: say('field.queue.occupied') });
    else if (ended === 'done' && work.kind === 'report') go({ at: 'report', draft: item.id });
    else if (ended === 'done' && work.kind === 'command') {
      go({ at: 'case', id: work.caseId, act: work.body.type });
    }
  };
  return <Button onClick={() => void edit()}>{say('field.queue.edit')}</Button>;
}

function Discard({ item }: { readonly item: Item }) {
  const say = useSay();
  const discard = async () => {
    const sure = await Dialog.confirm({
      content: say(item.uncertain ? 'field.queue.discard.uncertain' : 'field.queue.discard.sure'),
      confirmText: say('field.queue.discard'),
      cancelText: say('ui.cancel'),
    });
    if (!sure) return;
    await phoneQueue.change((items) => ({
      put: [],
      drop: items.filter((one) => one.id === item.id && isInHand(one)).map(({ id }) => id),
      result: undefined,
    }));
    sendNow();
  };
  return <Button onClick={() => void discard()}>{say('field.queue.discard')}</Button>;
}
