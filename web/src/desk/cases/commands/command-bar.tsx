import { caseRoutes, staffCommands } from '@gezhi/contract/cases/index';
import type { CaseView, StaffCommand, StaffCommandName } from '@gezhi/contract/cases/index';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { keyOf } from '../../../api/query.ts';
import { useSay } from '../../../words/locale.tsx';
import { useAct } from '../../app/act.ts';
import { Refusal } from '../../app/refusal.tsx';
import { asksNothing, commandFrom } from '../../../ui/cases/command-fields.ts';
import { useSession } from '../../app/session.tsx';
import { whyNotVerify } from '../may-not-verify.ts';
import { CommandForm } from './command-form.tsx';
import { isConfirmed } from './confirmed.ts';
import { Stale } from './stale.tsx';
import './command-bar.css';

/** The command being given, with what it is about. */
export interface Chosen {
  readonly command: StaffCommandName;
  readonly ask?: string;
  readonly order?: string;
  readonly workOrder?: string;
  /** Case to merge into. */
  readonly into?: string;
}

interface CommandBarProps {
  readonly found: CaseView;
  readonly etag: string;
  readonly chosen: Chosen | undefined;
  readonly onChoose: (chosen: Chosen | undefined) => void;
}

/** Buttons shown beside the first; the rest wait under "more". */
const BESIDE = 3;

/** At the foot of the case: exactly the commands the server allows now, the likely one first, each with its form. */
export function CommandBar({ found, etag, chosen, onChoose }: CommandBarProps) {
  const say = useSay();
  const client = useQueryClient();
  const give = useAct(caseRoutes.command, { refresh: [caseRoutes.list, caseRoutes.map, caseRoutes.supervision] });
  const [settling, setSettling] = useState(false);
  const busy = give.busy || settling;
  const commands = found.commands.filter(isKnown);
  const hindrance = whyNotVerify(found, useSession());
  const ownOrders = found.workOrders.filter(({ mine }) => mine).length;

  const submit = async (body: StaffCommand) => {
    const answer = await give.act({ params: { id: found.id }, body, ifMatch: etag });
    if (answer === undefined) return;
    // The buttons of before must not come back for a moment: the form stays until the case is read anew.
    setSettling(true);
    await client.invalidateQueries({ queryKey: keyOf(caseRoutes.get, { params: { id: found.id } }) });
    setSettling(false);
    onChoose(undefined);
  };
  const press = (command: StaffCommandName) => {
    give.forget();
    if (isConfirmed(command) || !asksNothing(command, ownOrders)) {
      onChoose({ command });
      return;
    }
    const ready = commandFrom(command, {});
    if (ready.success) void submit(ready.data);
  };

  const stale = give.problem?.status === 412;
  const overtaken = stale ? (
    <Stale
      problem={give.problem}
      onLook={() => void client.invalidateQueries({ queryKey: [caseRoutes.get.name] }).then(give.forget)}
    />
  ) : undefined;

  if (chosen !== undefined) {
    return (
      <footer className="command-bar command-open">
        <CommandForm
          key={JSON.stringify(chosen)}
          found={found}
          chosen={chosen}
          busy={busy}
          problem={stale ? undefined : give.problem}
          overtaken={overtaken}
          onGive={(body) => void submit(body)}
          onCancel={() => {
            give.forget();
            onChoose(undefined);
          }}
        />
      </footer>
    );
  }
  const [likely, ...others] = commands;
  return (
    <footer className="command-bar" aria-label={say('case.actions')}>
      {overtaken ?? <Refusal problem={give.problem} />}
      {hindrance === undefined ? null : (
        <p className="command-hindrance">{say(`case.hindrance.verify.${hindrance}`)}</p>
      )}
      <div className="command-buttons">
        {likely === undefined && hindrance === undefined ? (
          <span className="sheet-small">{say('case.actions.none')}</span>
        ) : null}
        {likely === undefined ? null : (
          <Button type="primary" loading={busy} onClick={() => press(likely)}>
            {say(`case.command.${likely}`)}
          </Button>
        )}
        {others.slice(0, BESIDE).map((command) => (
          <Button key={command} disabled={busy} onClick={() => press(command)}>
            {say(`case.command.${command}`)}
          </Button>
        ))}
        {others.length <= BESIDE ? null : (
          <Dropdown
            trigger={['click']}
            menu={{
              items: others.slice(BESIDE).map((command) => ({ key: command, label: say(`case.command.${command}`) })),
              onClick: ({ key }) => isKnown(key) && press(key),
            }}
          >
            <Button>{say('case.actions.more')} …</Button>
          </Dropdown>
        )}
      </div>
    </footer>
  );
}

function isKnown(command: string): command is StaffCommandName {
  return Object.hasOwn(staffCommands, command);
}
