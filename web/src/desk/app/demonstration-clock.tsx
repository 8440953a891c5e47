import { clockRoutes } from '@gezhi/contract/clock/routes';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { countyZone, setProgramTime, useProgramNow } from '../../api/program-time.ts';
import { useAnswer } from '../../api/query.ts';
import { exactTime } from '../../ui/time-words.ts';
import { useSay } from '../../words/locale.tsx';
import { MomentPicker } from '../pickers/moment-picker.tsx';
import { useAct } from './act.ts';
import { Refusal } from './refusal.tsx';
import { useMay } from './session.tsx';

/** Takes the program's time; where it can be set, every page says so, and whoever may can set it. */
export function DemonstrationClock() {
  const say = useSay();
  const now = useProgramNow();
  const maySet = useMay('clock.set');
  const [setting, setSetting] = useState(false);
  const clock = useAnswer(clockRoutes.read, {}, { refetchInterval: 60_000 });
  const read = clock.data?.value;
  useEffect(() => {
    if (read !== undefined) setProgramTime(read.now);
  }, [read]);
  if (read?.settable !== true) return null;
  return (
    <div className="desk-strip">
      <span>{say('desk.clock.set', { time: exactTime(now, countyZone) })}</span>
      {maySet && !setting ? (
        <Button size="small" onClick={() => setSetting(true)}>
          {say('desk.clock.change')}
        </Button>
      ) : null}
      {setting ? <SetClock now={now} onDone={() => setSetting(false)} /> : null}
    </div>
  );
}

function SetClock({ now, onDone }: { readonly now: number; readonly onDone: () => void }) {
  const say = useSay();
  const [to, setTo] = useState(() => new Date(now).toISOString());
  const set = useAct(clockRoutes.set, { refresh: [clockRoutes.read] });
  const submit = async () => {
    if ((await set.act({ body: { now: to } })) !== undefined) onDone();
  };
  return (
    <>
      <MomentPicker label={say('desk.clock.change')} value={to} onChange={(iso) => setTo(iso ?? to)} />
      <Button size="small" type="primary" loading={set.busy} onClick={() => void submit()}>
        {say('ui.save')}
      </Button>
      <Button size="small" onClick={onDone}>
        {say('ui.cancel')}
      </Button>
      <Refusal problem={set.problem} />
    </>
  );
}
