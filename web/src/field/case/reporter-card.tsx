import { caseRoutes } from '@gezhi/contract/cases/index';
import type { CaseView } from '@gezhi/contract/cases/index';
import { Button } from 'antd-mobile';
import { useEffect, useState } from 'react';
import { programNow, useProgramNow } from '../../api/program-time.ts';
import { useSay } from '../../words/locale.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useSend } from '../app/send.ts';
import { useSession } from '../app/session.tsx';
import { TextField } from '../app/text-field.tsx';

/** Who raised it, masked; their number for a stated purpose, for a minute, to whom may. */
export function ReporterCard({ found }: { readonly found: CaseView }) {
  const say = useSay();
  const { permissions } = useSession();
  const { reporter } = found;
  const name = reporter.name ?? say('field.case.resident');
  return (
    <section className="card">
      <span className="label">{say('field.case.who')}</span>
      <p>
        {reporter.kind === 'staff' ? say('field.case.staff', { name }) : name}
        {reporter.phone === undefined ? null : <span className="figures"> {reporter.phone}</span>}
      </p>
      {found.supporters === 0 ? null : <p>{say('field.case.supporters', { n: found.supporters })}</p>}
      {reporter.phone !== undefined && permissions.includes('personal.reveal') ? <Reveal id={found.id} /> : null}
    </section>
  );
}

interface Shown {
  readonly phone: string;
  /** Epoch ms on the program's clock. */
  readonly until: number;
}

function Reveal({ id }: { readonly id: string }) {
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const [purpose, setPurpose] = useState(() => say('field.case.purpose.contact'));
  const [shown, setShown] = useState<Shown>();
  const reveal = useSend(caseRoutes.reveal);

  const ask = async () => {
    const result = await reveal.send({ params: { id }, body: { field: 'phone', purpose } });
    if (!result.ok) return;
    setShown({ phone: result.value.value, until: Date.parse(result.value.until) });
    setAsking(false);
  };
  if (shown !== undefined) return <Number shown={shown} onOver={() => setShown(undefined)} />;
  if (!asking) return <Button onClick={() => setAsking(true)}>{say('field.case.call')}</Button>;
  return (
    <div className="form">
      <TextField label={say('field.case.purpose')} value={purpose} maxLength={200} onChange={setPurpose} />
      <ProblemNote problem={reveal.problem} />
      <Button color="primary" loading={reveal.busy} disabled={purpose.trim() === ''} onClick={() => void ask()}>
        {say('field.case.reveal')}
      </Button>
    </div>
  );
}

function Number({ shown, onOver }: { readonly shown: Shown; readonly onOver: () => void }) {
  const say = useSay();
  useProgramNow();
  const [, setTick] = useState(0);
  const left = Math.ceil((shown.until - programNow()) / 1000);
  useEffect(() => {
    const timer = setInterval(() => setTick((now) => now + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (left <= 0) onOver();
  });
  return (
    <p>
      <a href={`tel:${shown.phone}`} className="link">
        {say('field.case.dial', { phone: shown.phone })}
      </a>
      <span className="quiet"> {say('field.case.until', { n: Math.max(0, left) })}</span>
    </p>
  );
}
