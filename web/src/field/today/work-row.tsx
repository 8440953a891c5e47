import type { CaseRow } from '@gezhi/contract/cases/index';
import { distanceMetres, placeLine } from '@gezhi/domain/places/index';
import { Button, Toast } from 'antd-mobile';
import { CaseLight } from '../../ui/cases/case-light.tsx';
import { leftOf } from '../../ui/cases/next.ts';
import { Clock } from '../../ui/clock.tsx';
import { useSay } from '../../words/locale.tsx';
import { Go, go } from '../app/navigate.tsx';
import { StateMark } from '../outbox/state-mark.tsx';
import { caseOf, isHeld } from '../queue/machine.ts';
import { useQueue } from '../queue/use-queue.ts';
import { useQueueUp } from '../queue/use-queue-up.ts';
import { isSeen, stepOf } from './step-button.ts';

interface WorkRowProps {
  readonly row: CaseRow;
  /** Whether the next step is one's own. */
  readonly mine: boolean;
  readonly here: readonly [number, number] | undefined;
}

/** One matter: its light, what and where, the time left, and the one step that is next. */
export function WorkRow({ row, mine, here }: WorkRowProps) {
  const say = useSay();
  const { next } = row;
  return (
    <li className="work-row">
      <Go to={{ at: 'case', id: row.id }} className="work-link">
        <span className="work-title">
          <CaseLight row={row} bare />
          {row.urgency === 'urgent' ? <b className="urgent">{say('case.urgency.urgent')}</b> : null}
          <b>{row.category.name}</b>
          <span className="work-time">
            {next === undefined ? null : (
              <Clock
                due={next.clock.dueAt}
                left={leftOf(next.clock)}
                still={next.clock.halted}
                short={row.light.short}
              />
            )}
          </span>
        </span>
        {row.description === '' ? null : <span className="work-words">{row.description}</span>}
        <span className="quiet">
          <Where row={row} here={here} />
        </span>
        {mine || next === undefined ? null : (
          <span className="quiet">
            {say('case.next', { owner: next.owner.name, stage: say(`case.stage.${next.stage}`) })}
          </span>
        )}
      </Go>
      {mine ? <Step row={row} /> : null}
    </li>
  );
}

function Where({ row, here }: Pick<WorkRowProps, 'row' | 'here'>) {
  const say = useSay();
  const metres = here === undefined || row.point === undefined ? undefined : distanceMetres(here, row.point);
  const far =
    metres === undefined
      ? undefined
      : metres < 1000
        ? say('field.today.metres', { n: Math.round(metres / 10) * 10 })
        : say('field.today.kilometres', { n: Math.round(metres / 100) / 10 });
  return [placeLine(row.area.name, row.address), far].filter((part) => part !== undefined).join(' · ');
}

/** Acknowledging is done from the list; what needs words or photos opens the case. */
function Step({ row }: { readonly row: CaseRow }) {
  const say = useSay();
  const step = stepOf(row);
  const queueUp = useQueueUp();
  const items = useQueue();
  const queued = items.findLast((item) => caseOf(item) === row.id && !isSeen(item, row));
  if (queued?.work.kind === 'command') {
    const told = isHeld(queued, items) ? 'held' : queued.state.name;
    return (
      <Go to={{ at: 'case', id: row.id }} className="work-queued" data-state={queued.state.name}>
        <StateMark name={queued.state.name} />
        {say(`case.command.${queued.work.body.type}`)} · {say(`field.queue.state.${told}`)}
      </Go>
    );
  }
  if (step.kind === 'open') {
    return (
      <Button
        color="primary"
        fill="outline"
        onClick={() => go({ at: 'case', id: row.id, ...(step.act && { act: step.act }) })}
      >
        {say(`field.do.${step.word}`)}
      </Button>
    );
  }
  const press = async () => {
    const work = {
      kind: 'command' as const,
      caseId: row.id,
      caseNumber: row.number,
      version: row.version,
      body: { type: step.command },
    };
    const ended = await queueUp({ work, title: [row.category.name, row.description].filter(Boolean).join(' · ') });
    Toast.show({ content: say(ended.kind === 'queued' ? 'field.queue.taken' : 'field.form.notKept') });
    if (ended.kind === 'noRoom') await ended.send();
  };
  return (
    <Button color="primary" onClick={() => void press()}>
      {say(`field.do.${step.command}`)}
    </Button>
  );
}
