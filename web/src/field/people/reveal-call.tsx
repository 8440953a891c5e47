import { Button } from 'antd-mobile';
import { useEffect, useState } from 'react';
import type { Problem } from '../../api/call.ts';
import { programNow, useProgramNow } from '../../api/program-time.ts';
import { useSay } from '../../words/locale.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { TextField } from '../app/text-field.tsx';

/** A number shown for a minute. */
export interface Shown {
  readonly phone: string;
  /** Epoch ms on the program's clock. */
  readonly until: number;
}

interface RevealCallProps {
  /** The button that asks. */
  readonly name: string;
  /** Purpose to begin with; it is kept on the record. */
  readonly purpose: string;
  /** Asks for the number; undefined where it was refused. */
  readonly onAsk: (purpose: string) => Promise<Shown | undefined>;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
}

/** A number for a stated purpose, for a minute, to be called with one tap. Never kept on the phone. */
export function RevealCall({ name, purpose: first, onAsk, busy, problem }: RevealCallProps) {
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const [purpose, setPurpose] = useState(first);
  const [shown, setShown] = useState<Shown>();
  const ask = async () => {
    const found = await onAsk(purpose);
    if (found === undefined) return;
    setShown(found);
    setAsking(false);
  };
  if (shown !== undefined) return <Number shown={shown} onOver={() => setShown(undefined)} />;
  if (!asking) return <Button onClick={() => setAsking(true)}>{name}</Button>;
  return (
    <div className="form">
      <TextField label={say('field.case.purpose')} value={purpose} maxLength={200} onChange={setPurpose} />
      <ProblemNote problem={problem} />
      <Button color="primary" loading={busy} disabled={purpose.trim() === ''} onClick={() => void ask()}>
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
