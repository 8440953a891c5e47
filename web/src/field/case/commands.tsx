import type { CaseView, StaffCommand, StaffCommandName } from '@gezhi/contract/cases/index';
import { Button, Popup, Toast } from 'antd-mobile';
import { useState } from 'react';
import { asksNothing, commandFrom } from '../../ui/cases/command-fields.ts';
import { useSay } from '../../words/locale.tsx';
import type { Draft } from '../drafts/draft-store.ts';
import { caseOf } from '../queue/machine.ts';
import { useQueue } from '../queue/use-queue.ts';
import { useQueueUp } from '../queue/use-queue-up.ts';
import { CommandForm } from './command-form.tsx';
import { doableAfter, doableHere } from './doable.ts';
import { GiveNews } from './give-news.tsx';
import { NoRoom } from '../outbox/no-room.tsx';
import type { QueuedUp } from '../queue/use-queue-up.ts';

interface CommandsProps {
  readonly found: CaseView;
  readonly acting: StaffCommandName | undefined;
  readonly onAct: (command: StaffCommandName | undefined) => void;
}

/** At the foot of a case: exactly what the server allows now, the likely one first and large. */
export function Commands({ found, acting, onAct }: CommandsProps) {
  const say = useSay();
  const [more, setMore] = useState(false);
  const [seen, setSeen] = useState(found.version);
  const [noRoom, setNoRoom] = useState<Extract<QueuedUp, { kind: 'noRoom' }>>();
  const queueUp = useQueueUp();
  const queued = useQueue().flatMap((item) =>
    caseOf(item) === found.id && item.state.name !== 'sent' && item.work.kind === 'command'
      ? [item.work.body.type]
      : [],
  );
  const { here, elsewhere } = doableHere(doableAfter(found.commands, queued));
  const [likely, second, ...others] = here;
  const own = found.workOrders.filter(({ mine }) => mine).length;

  const submit = async (body: StaffCommand, draft?: Draft & { readonly name: string }): Promise<boolean> => {
    const work = {
      kind: 'command' as const,
      caseId: found.id,
      caseNumber: found.number,
      version: found.version,
      body,
    };
    const title = [found.category.name, found.description].filter((part) => part !== '').join(' · ');
    const ended = await queueUp({ work, title, ...(draft && { draft }) });
    if (ended.kind === 'noRoom') {
      setNoRoom(ended);
      return false;
    }
    onAct(undefined);
    setMore(false);
    Toast.show({ content: say('field.queue.taken') });
    return true;
  };
  const press = (command: StaffCommandName) => {
    setNoRoom(undefined);
    setMore(false);
    setSeen(found.version);
    const ready = asksNothing(command, own) ? commandFrom(command, {}) : undefined;
    if (ready?.success === true) void submit(ready.data);
    else onAct(command);
  };
  const problem =
    noRoom === undefined ? (
      <GiveNews found={found} seen={seen} />
    ) : (
      <NoRoom send={noRoom.send} onArrived={() => onAct(undefined)} />
    );
  const button = (command: StaffCommandName, first: boolean) => (
    <Button key={command} size="large" block color={first ? 'primary' : 'default'} onClick={() => press(command)}>
      {say(`case.command.${command}`)}
    </Button>
  );
  return (
    <>
      <footer className="commands">
        {acting === undefined && noRoom !== undefined ? problem : null}
        {likely === undefined ? <p className="quiet">{say('field.case.nothing')}</p> : null}
        <div className="commands-row">
          {likely === undefined ? null : button(likely, true)}
          {second === undefined ? null : button(second, false)}
          {others.length === 0 && !elsewhere ? null : (
            <Button size="large" className="commands-more" onClick={() => setMore(true)}>
              {say('field.case.more')}
            </Button>
          )}
        </div>
      </footer>
      <Popup
        visible={more}
        onMaskClick={() => setMore(false)}
        onClose={() => setMore(false)}
        bodyClassName="sheet-body"
      >
        <div className="more-grid">{others.map((command) => button(command, false))}</div>
        {elsewhere ? <p className="quiet">{say('field.case.elsewhere')}</p> : null}
      </Popup>
      <Popup
        visible={acting !== undefined}
        onMaskClick={() => onAct(undefined)}
        bodyClassName="sheet-body sheet-tall"
        destroyOnClose
      >
        {acting === undefined ? null : (
          <CommandForm
            key={acting}
            found={found}
            command={acting}
            problem={problem}
            onGive={submit}
            onCancel={() => {
              setNoRoom(undefined);
              onAct(undefined);
            }}
          />
        )}
      </Popup>
    </>
  );
}
