import { ruleRoutes } from '@gezhi/contract/rules/index';
import type { RuleWritten } from '@gezhi/contract/rules/index';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';
import { Written } from './written.tsx';

/** Years of the statutory calendar from a sheet: date, name, off or work. */
export function CalendarSheet({ onDone }: { readonly onDone: () => void }) {
  const say = useSay();
  const [sheet, setSheet] = useState('');
  const [note, setNote] = useState('');
  const [written, setWritten] = useState<RuleWritten>();
  const load = useAct(ruleRoutes.calendarSheet, {
    quiet: true,
    refresh: [ruleRoutes.kinds, ruleRoutes.versions, ruleRoutes.inForce],
  });
  const submit = async () => {
    const answer = await load.act({ body: { sheet, note: note.trim() } });
    if (answer !== undefined) setWritten(answer.value);
  };
  if (written !== undefined) return <Written written={written} onDone={onDone} />;
  return (
    <section className="page-block fields" aria-label={say('rules.sheet')}>
      <Field label={say('rules.sheet.text')} needed hint={say('rules.sheet.hint')}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={10}
            maxLength={60_000}
            value={sheet}
            onChange={(event) => setSheet(event.target.value)}
          />
        )}
      </Field>
      <Field label={say('rules.note')} needed>
        {(id) => <Input id={id} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />}
      </Field>
      <Refusal problem={load.problem} />
      <div className="page-choices">
        <Button
          type="primary"
          loading={load.busy}
          disabled={sheet.trim() === '' || note.trim() === ''}
          onClick={() => void submit()}
        >
          {say('rules.sheet')}
        </Button>
        <Button onClick={onDone}>{say('ui.cancel')}</Button>
      </div>
    </section>
  );
}
