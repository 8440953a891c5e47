import { caseRoutes } from '@gezhi/contract/cases/index';
import type { CaseView, StaffCommand, StaffCommandName } from '@gezhi/contract/cases/index';
import { noticeRoutes } from '@gezhi/contract/notices/index';
import { Button, Popup, Toast } from 'antd-mobile';
import { useState } from 'react';
import { asksNothing, commandFrom } from '../../ui/cases/command-fields.ts';
import { useSay } from '../../words/locale.tsx';
import { useSend } from '../app/send.ts';
import { CommandForm } from './command-form.tsx';
import { doableHere } from './doable.ts';
import { GiveProblem } from './give-problem.tsx';

interface CommandsProps {
  readonly found: CaseView;
  readonly etag: string;
  readonly acting: StaffCommandName | undefined;
  readonly onAct: (command: StaffCommandName | undefined) => void;
  readonly onRefresh: () => Promise<unknown>;
}

/** At the foot of a case: exactly what the server allows now, the likely one first and large. */
export function Commands({ found, etag, acting, onAct, onRefresh }: CommandsProps) {
  const say = useSay();
  const [more, setMore] = useState(false);
  const [seen, setSeen] = useState(found.version);
  const give = useSend(caseRoutes.command, [caseRoutes.list, caseRoutes.map, caseRoutes.get, noticeRoutes.list]);
  const { here, elsewhere } = doableHere(found.commands);
  const [likely, second, ...others] = here;
  const own = found.workOrders.filter(({ mine }) => mine).length;

  const submit = async (body: StaffCommand, idempotencyKey: string): Promise<boolean> => {
    const result = await give.send({ params: { id: found.id }, body, ifMatch: etag, idempotencyKey });
    if (result.ok) {
      setSeen(result.value.version);
      onAct(undefined);
      setMore(false);
      Toast.show({ content: say('field.done') });
      return true;
    }
    if (result.problem.status === 412) await onRefresh();
    return false;
  };
  const press = (command: StaffCommandName) => {
    give.forget();
    setMore(false);
    setSeen(found.version);
    const ready = asksNothing(command, own) ? commandFrom(command, {}) : undefined;
    if (ready?.success === true) void submit(ready.data, crypto.randomUUID());
    else onAct(command);
  };
  const problem = <GiveProblem problem={give.problem} found={found} seen={seen} />;
  const button = (command: StaffCommandName, first: boolean) => (
    <Button
      key={command}
      size="large"
      block
      color={first ? 'primary' : 'default'}
      loading={first && give.busy}
      onClick={() => press(command)}
    >
      {say(`case.command.${command}`)}
    </Button>
  );
  return (
    <>
      <footer className="commands">
        {acting === undefined && give.problem !== undefined ? problem : null}
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
            busy={give.busy}
            stale={give.problem?.status === 412}
            problem={problem}
            onGive={submit}
            onCancel={() => {
              give.forget();
              onAct(undefined);
            }}
          />
        )}
      </Popup>
    </>
  );
}
