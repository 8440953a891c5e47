import { caseRoutes } from '@gezhi/contract/cases/index';
import type { CaseView } from '@gezhi/contract/cases/index';
import { Button, Input, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Refusal } from '../app/refusal.tsx';
import { useMay } from '../app/session.tsx';
import { Erase } from './erase.tsx';

/** The reporter, masked; in clear only for a stated purpose, for a minute, on the record. */
export function Reporter({ found }: { readonly found: CaseView }) {
  const say = useSay();
  const mayReveal = useMay('personal.reveal');
  const [asking, setAsking] = useState(false);
  const { reporter } = found;
  const revealable =
    mayReveal && reporter.kind === 'resident' && (reporter.phone !== undefined || reporter.name !== undefined);
  return (
    <>
      <span className="sheet-line">
        <span>{reporter.name ?? say(`case.reporter.${reporter.kind}`)}</span>
        {reporter.phone === undefined ? null : <span>{reporter.phone}</span>}
        {reporter.onBehalf === true ? <span className="sheet-small">{say('case.reporter.onBehalf')}</span> : null}
        {revealable && !asking ? (
          <Button type="link" size="small" onClick={() => setAsking(true)}>
            {say('case.reveal')}
          </Button>
        ) : null}
      </span>
      {reporter.contact === 'kept' ? <Erase id={found.id} /> : null}
      {reporter.contact === 'erased' ? <span className="sheet-small">{say('case.erased')}</span> : null}
      {asking ? <Reveal id={found.id} onDone={() => setAsking(false)} /> : null}
    </>
  );
}

const fields = ['phone', 'name', 'email'] as const;

function Reveal({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const say = useSay();
  const [field, setField] = useState<(typeof fields)[number]>('phone');
  const [purpose, setPurpose] = useState('');
  const [shown, setShown] = useState<{ readonly value: string; readonly until: number }>();
  const reveal = useAct(caseRoutes.reveal, { quiet: true });
  const submit = async () => {
    const answer = await reveal.act({ params: { id }, body: { field, purpose } });
    // The server names the end; this device's clock may differ, so the minute is counted here.
    if (answer !== undefined) setShown({ value: answer.value.value, until: Date.now() + 60_000 });
  };
  if (shown !== undefined) return <Shown value={shown.value} until={shown.until} onEnd={onDone} />;
  return (
    <form
      className="reveal"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Segmented
        value={field}
        onChange={setField}
        options={fields.map((value) => ({ value, label: say(`case.reveal.${value}`) }))}
      />
      <Input
        value={purpose}
        maxLength={200}
        aria-label={say('case.reveal.purpose')}
        placeholder={say('case.reveal.purpose')}
        onChange={(event) => setPurpose(event.target.value)}
      />
      <Refusal problem={reveal.problem} />
      <span className="sheet-line">
        <Button type="primary" htmlType="submit" disabled={purpose.trim() === ''} loading={reveal.busy}>
          {say('case.reveal.field')}
        </Button>
        <Button onClick={onDone}>{say('ui.cancel')}</Button>
      </span>
    </form>
  );
}

function Shown({
  value,
  until,
  onEnd,
}: {
  readonly value: string;
  readonly until: number;
  readonly onEnd: () => void;
}) {
  const say = useSay();
  const [left, setLeft] = useState(60);
  useEffect(() => {
    const timer = setInterval(() => {
      const seconds = Math.ceil((until - Date.now()) / 1000);
      if (seconds <= 0) onEnd();
      else setLeft(seconds);
    }, 500);
    return () => clearInterval(timer);
  }, [until, onEnd]);
  return (
    <div className="reveal" role="status">
      <span className="reveal-value">{value}</span>
      <span className="sheet-small">{say('case.reveal.left', { n: left })}</span>
    </div>
  );
}
