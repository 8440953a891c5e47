import { ruleBodies, ruleRoutes, ruleWritingRoutes } from '@gezhi/contract/rules/index';
import type { RuleVersionRow, RuleWritten } from '@gezhi/contract/rules/index';
import type { Route } from '@gezhi/contract/route';
import { Alert, Button, Checkbox, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { InputOf } from '../../api/call.ts';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';
import { MomentPicker } from '../pickers/moment-picker.tsx';
import { Written } from './written.tsx';
import { RuleTableEditor } from './rule-table-editor.tsx';
import { bodyWith, tableOf } from './table.ts';
import type { Json } from './table.ts';

interface RuleEditorProps {
  readonly kind: RuleVersionRow['kind'];
  readonly start: Json;
  readonly onDone: () => void;
}

/** A new version made from the one shown: as a table or as JSON, checked here and again by the server, from its date. */
export function RuleEditor({ kind, start, onDone }: RuleEditorProps) {
  const say = useSay();
  const [table, setTable] = useState(() => tableOf(start));
  const [text, setText] = useState(() => JSON.stringify(start, null, 2));
  const [mode, setMode] = useState<'table' | 'json'>(table === undefined ? 'json' : 'table');
  const [note, setNote] = useState('');
  const [validFrom, setValidFrom] = useState<string>();
  const [running, setRunning] = useState(false);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [written, setWritten] = useState<RuleWritten>();
  // The route of each kind has its own precise body; which one it is, is known only at run time.
  const route: Route = ruleWritingRoutes[kind];
  const write = useAct(route, { quiet: true, refresh: [ruleRoutes.kinds, ruleRoutes.versions, ruleRoutes.inForce] });

  const current = (): unknown => (mode === 'table' && table !== undefined ? bodyWith(start, table) : parsed(text));
  const turn = (next: 'table' | 'json') => {
    const body = current();
    if (next === 'json') setText(JSON.stringify(body, null, 2));
    else if (typeof body === 'object' && body !== null) setTable(tableOf(body as Json));
    setMode(next);
  };
  const submit = async () => {
    const checked = ruleBodies[kind].safeParse(current());
    setFaults(checked.success ? [] : checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
    if (!checked.success) return;
    const body = {
      body: checked.data,
      note: note.trim(),
      applyToRunning: running,
      ...(validFrom === undefined ? {} : { validFrom }),
    };
    const answer = await write.act({ body } as unknown as InputOf<Route>);
    if (answer !== undefined) setWritten(answer.value as RuleWritten);
  };

  if (written !== undefined) return <Written written={written} onDone={onDone} />;
  return (
    <section className="page-block" aria-label={say('rules.new')}>
      <div className="page-choices">
        <h2>{say('rules.new')}</h2>
        {tableOf(start) === undefined ? null : (
          <Segmented
            value={mode}
            onChange={turn}
            options={[
              { value: 'table', label: say('rules.as.table') },
              { value: 'json', label: 'JSON' },
            ]}
          />
        )}
      </div>
      {mode === 'table' && table !== undefined ? (
        <RuleTableEditor table={table} onChange={setTable} />
      ) : (
        <Input.TextArea
          className="rules-text"
          rows={22}
          spellCheck={false}
          aria-label="JSON"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <div className="fields rules-when">
        <Field label={say('rules.note')} needed>
          {(id) => <Input id={id} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />}
        </Field>
        <Field label={say('rules.validFrom')} hint={say('rules.validFrom.hint')}>
          {(id) => <MomentPicker id={id} value={validFrom} onChange={setValidFrom} />}
        </Field>
        <Checkbox
          checked={running}
          disabled={validFrom !== undefined}
          onChange={(event) => setRunning(event.target.checked)}
        >
          {say('rules.running')}
        </Checkbox>
      </div>
      {faults.length === 0 ? null : (
        <Alert
          type="error"
          showIcon
          className="refusal"
          title={say('rules.faults', { n: faults.length })}
          description={
            <ul className="refusal-lines">
              {faults.slice(0, 20).map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          }
        />
      )}
      <Refusal problem={write.problem} />
      <div className="page-choices">
        <Button type="primary" loading={write.busy} disabled={note.trim() === ''} onClick={() => void submit()}>
          {say('rules.write')}
        </Button>
        <Button onClick={onDone}>{say('ui.cancel')}</Button>
      </div>
    </section>
  );
}

/** The JSON of the text; the text itself where it is none, which no schema takes. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
