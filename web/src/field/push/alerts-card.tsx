import { pushRoutes } from '@gezhi/contract/notices/push';
import { Button } from 'antd-mobile';
import { useEffect, useState } from 'react';
import type { Problem } from '../../api/call.ts';
import { useAnswer } from '../../api/query.ts';
import { useSay } from '../../words/locale.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { alertState, turnOff, turnOn } from './device.ts';
import type { AlertState } from './device.ts';

/** Whether this phone rings for a new notice, and how to change it. What it says holds on this phone alone. */
export function AlertsCard() {
  const say = useSay();
  const answer = useAnswer(pushRoutes.read, {});
  const [state, setState] = useState<AlertState>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<'noService' | Problem>();
  const read = answer.data?.value;
  useEffect(() => {
    if (read !== undefined) void alertState(read.devices).then(setState);
  }, [read]);
  if (read === undefined || state === undefined) return null;

  const change = async () => {
    setBusy(true);
    setFailure(undefined);
    if (state === 'on') await turnOff();
    else {
      const ended = await turnOn(read.key);
      if (ended === 'noService' || typeof ended === 'object') setFailure(ended);
    }
    const { data } = await answer.refetch();
    setState(await alertState(data?.value.devices ?? []));
    setBusy(false);
  };
  return (
    <section className="card me-alerts" aria-labelledby="alerts">
      <h2 id="alerts">{say(state === 'on' ? 'field.alerts.on' : 'field.alerts.title')}</h2>
      <p>{say(`field.alerts.${state}.hint`)}</p>
      {failure === 'noService' ? <p role="alert">{say('field.alerts.noService')}</p> : null}
      <ProblemNote problem={typeof failure === 'object' ? failure : undefined} />
      {state === 'on' || state === 'off' ? (
        <Button loading={busy} onClick={() => void change()}>
          {say(state === 'on' ? 'field.alerts.turnOff' : 'field.alerts.turnOn')}
        </Button>
      ) : null}
    </section>
  );
}
