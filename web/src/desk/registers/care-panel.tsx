import { CloseOutlined } from '@ant-design/icons';
import { type CareRow, careRoutes } from '@gezhi/contract/registers/index';
import type { AnswerOf } from '@gezhi/contract/route';
import { inLocale } from '@gezhi/contract/words/index';
import { visitOutcomes } from '@gezhi/domain/registers/index';
import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useAnswer } from '../../api/query.ts';
import { When } from '../../ui/clock.tsx';
import { useLocale } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';
import { useMay } from '../app/session.tsx';
import { WithReason } from '../people/with-reason.tsx';

/** How long what was revealed stays on the page, as the server says it too. */
const clearMs = 60_000;

/** One record: note a visit, show it in clear for a purpose, end it. */
export function CarePanel({ record, onClose }: { readonly record: CareRow; readonly onClose: () => void }) {
  const { say, locale } = useLocale();
  const mayEdit = useMay('care.edit');
  const [doing, setDoing] = useState<'visit' | 'reveal' | 'end'>();
  const [clear, setClear] = useState<AnswerOf<typeof careRoutes.reveal>>();
  const reveal = useAct(careRoutes.reveal, { quiet: true });
  const end = useAct(careRoutes.end, { refresh: [careRoutes.list] });
  useEffect(() => {
    if (clear === undefined) return undefined;
    const timer = setTimeout(() => setClear(undefined), clearMs);
    return () => clearTimeout(timer);
  }, [clear]);
  return (
    <section className="page-block" aria-label={say('registers.kind.care')}>
      <div className="page-choices">
        <h2>
          {record.name} · {inLocale(locale, record.kindName)}
        </h2>
        <Button type="primary" size="small" onClick={() => setDoing('visit')}>
          {say('registers.visit')}
        </Button>
        <Button size="small" onClick={() => setDoing('reveal')}>
          {say('registers.reveal')}
        </Button>
        {mayEdit ? (
          <Button size="small" onClick={() => setDoing('end')}>
            {say('registers.care.end')}
          </Button>
        ) : null}
        <span className="registers-tools-end">
          <Button type="text" size="small" icon={<CloseOutlined />} aria-label={say('ui.close')} onClick={onClose} />
        </span>
      </div>
      <dl className="registers-facts">
        <dt>{say('registers.care.purpose')}</dt>
        <dd>{record.purpose}</dd>
        <dt>{say('registers.basis')}</dt>
        <dd>
          {say(`registers.basis.${record.basis}`)} · {record.basisNote}
        </dd>
        <dt>{say('registers.column.phone')}</dt>
        <dd>{record.phone ?? ''}</dd>
        <dt>{say('registers.expires')}</dt>
        <dd>
          <When at={record.expires} exact />
        </dd>
      </dl>
      <Visits record={record.id} />
      {clear === undefined ? null : <Clear shown={clear} />}
      {doing === 'visit' ? <VisitForm record={record} onDone={onClose} /> : null}
      {doing === 'reveal' ? (
        <WithReason
          hint={say('registers.reveal.hint')}
          act={say('registers.reveal')}
          busy={reveal.busy}
          problem={reveal.problem}
          onGive={async (purpose) => {
            const answer = await reveal.act({ params: { id: record.id }, body: { purpose } });
            if (answer === undefined) return;
            setClear(answer.value);
            setDoing(undefined);
          }}
          onCancel={() => setDoing(undefined)}
        />
      ) : null}
      {doing === 'end' ? (
        <WithReason
          hint={say('registers.care.end.hint')}
          act={say('registers.care.end')}
          busy={end.busy}
          problem={end.problem}
          onGive={async (reason) => {
            if ((await end.act({ params: { id: record.id }, body: { reason } })) !== undefined) onClose();
          }}
          onCancel={() => setDoing(undefined)}
        />
      ) : null}
    </section>
  );
}

function Visits({ record }: { readonly record: string }) {
  const { say } = useLocale();
  const visits = useAnswer(careRoutes.visits, { params: { id: record }, query: { limit: 5 } });
  const rows = visits.data?.value.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <dl className="registers-facts">
      {rows.map(({ id, at, outcome, personName }) => (
        <div key={id} className="registers-fact">
          <dt>
            <When at={at} exact />
          </dt>
          <dd>
            {say(`registers.outcome.${outcome}`)} · {personName}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Clear({ shown }: { readonly shown: AnswerOf<typeof careRoutes.reveal> }) {
  const { say } = useLocale();
  return (
    <div className="care-clear" role="status">
      <dl className="registers-facts">
        {(['name', 'phone', 'address', 'note'] as const).map((part) =>
          shown[part] === undefined ? null : (
            <div key={part} className="registers-fact">
              <dt>{say(`registers.care.${part}`)}</dt>
              <dd>{shown[part]}</dd>
            </div>
          ),
        )}
      </dl>
      {shown.visits.map(({ at, note }) => (
        <p key={at}>
          <When at={at} exact /> {note}
        </p>
      ))}
      <p className="registers-small">{say('registers.reveal.shown')}</p>
    </div>
  );
}

function VisitForm({ record, onDone }: { readonly record: CareRow; readonly onDone: () => void }) {
  const { say } = useLocale();
  const [outcome, setOutcome] = useState<(typeof visitOutcomes)[number]>('well');
  const [note, setNote] = useState('');
  const visit = useAct(careRoutes.visit, { refresh: [careRoutes.list, careRoutes.visits] });
  const submit = async () => {
    const body = { outcome, ...(note.trim() === '' ? {} : { note }) };
    if ((await visit.act({ params: { id: record.id }, body })) !== undefined) onDone();
  };
  return (
    <form
      className="fields registers-tools"
      aria-label={say('registers.visit')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={say('registers.column.outcome')} needed>
        {(id) => (
          <Select
            id={id}
            value={outcome}
            onChange={setOutcome}
            options={visitOutcomes.map((one) => ({ value: one, label: say(`registers.outcome.${one}`) }))}
          />
        )}
      </Field>
      <Field label={say('registers.care.note')}>
        {(id) => <Input id={id} value={note} maxLength={1_000} onChange={(event) => setNote(event.target.value)} />}
      </Field>
      <Refusal problem={visit.problem} />
      <div className="page-choices">
        <Button type="primary" htmlType="submit" loading={visit.busy}>
          {say('registers.visit')}
        </Button>
      </div>
    </form>
  );
}
