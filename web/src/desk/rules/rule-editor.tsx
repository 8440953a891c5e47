import { ruleBodies, ruleRoutes, ruleWritingRoutes } from '@gezhi/contract/rules/index';
import type { RuleBody, RuleVersionRow, RuleWritten } from '@gezhi/contract/rules/index';
import type { Route } from '@gezhi/contract/route';
import { Button, Checkbox, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { InputOf } from '../../api/call.ts';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';
import { MomentPicker } from '../pickers/moment-picker.tsx';
import { CalendarForm } from './calendar-form.tsx';
import { GateForm } from './gate-form.tsx';
import { RuleFaults, useFaultsOf } from './rule-faults.tsx';
import type { RuleFault } from './rule-faults.tsx';
import { settingsIn, withSetting } from './settings-list.ts';
import { SettingsForm } from './settings-view.tsx';
import { Written } from './written.tsx';
import { StaffingForm } from './staffing-form.tsx';
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
  const [form, setForm] = useState<Json>(start);
  const [mode, setMode] = useState<'table' | 'json'>(hasForm(kind, start) ? 'table' : 'json');
  const [note, setNote] = useState('');
  const [validFrom, setValidFrom] = useState<string>();
  const [running, setRunning] = useState(false);
  const [faults, setFaults] = useState<readonly RuleFault[]>([]);
  const faultsOf = useFaultsOf();
  const [written, setWritten] = useState<RuleWritten>();
  // The route of each kind has its own precise body; which one it is, is known only at run time.
  const route: Route = ruleWritingRoutes[kind];
  const write = useAct(route, { quiet: true, refresh: [ruleRoutes.kinds, ruleRoutes.versions, ruleRoutes.inForce] });

  const current = (): unknown =>
    mode === 'json' ? parsed(text) : table === undefined || ownForm(kind) ? form : bodyWith(form, table);
  const turn = (next: 'table' | 'json') => {
    const body = current();
    if (next === 'json') setText(JSON.stringify(body, null, 2));
    else if (typeof body === 'object' && body !== null) {
      setForm(body as Json);
      setTable(tableOf(body as Json));
    }
    setMode(next);
  };
  const submit = async () => {
    const body = current();
    const checked = ruleBodies[kind].safeParse(body);
    setFaults(checked.success ? [] : faultsOf(checked.error.issues, body));
    if (!checked.success) return;
    const version = {
      body: checked.data,
      note: note.trim(),
      applyToRunning: running,
      ...(validFrom === undefined ? {} : { validFrom }),
    };
    const answer = await write.act({ body: version } as unknown as InputOf<Route>);
    if (answer !== undefined) setWritten(answer.value as RuleWritten);
  };

  const refused = (write.problem?.errors ?? []).map(({ path, message }) => ({
    path: path.replace(/^body\./, '').split('.'),
    words: message,
  }));
  if (written !== undefined) return <Written written={written} onDone={onDone} />;
  return (
    <section className="page-block" aria-label={say('rules.new')}>
      <div className="page-choices">
        <h2>{say('rules.new')}</h2>
        {hasForm(kind, start) ? (
          <Segmented
            value={mode}
            onChange={turn}
            options={[
              { value: 'table', label: say(ownForm(kind) ? 'rules.as.form' : 'rules.as.table') },
              { value: 'json', label: 'JSON' },
            ]}
          />
        ) : null}
      </div>
      {mode === 'table' ? (
        <>
          {table === undefined || ownForm(kind) ? null : (
            <RuleTableEditor kind={kind} table={table} onChange={setTable} />
          )}
          {kind === 'staffing' ? (
            <StaffingForm rows={(form as RuleBody<'staffing'>).rows} onChange={(rows) => setForm({ ...form, rows })} />
          ) : null}
          {kind === 'calendar' ? (
            <CalendarForm calendar={form as RuleBody<'calendar'>} onChange={(next) => setForm(next)} />
          ) : null}
          {kind === 'taskGate' ? (
            <GateForm
              codes={(form['categories'] ?? []) as readonly string[]}
              onChange={(categories) => setForm({ ...form, categories })}
            />
          ) : null}
          <SettingsForm
            body={ownForm(kind) ? {} : settingsOf(form)}
            onChange={(path, value) => setForm(withSetting(form, path, value))}
          />
        </>
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
      <RuleFaults faults={faults.length > 0 ? faults : refused} body={current()} />
      {refused.length === 0 ? <Refusal problem={write.problem} /> : null}
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

/** Kinds whose rows hold more than a table can show. */
const ownForm = (kind: RuleVersionRow['kind']): boolean => kind === 'staffing' || kind === 'calendar';

/** Whether people can change the body without reading JSON: a table, single values, or the gate. */
function hasForm(kind: RuleVersionRow['kind'], body: Json): boolean {
  return ownForm(kind) || kind === 'taskGate' || tableOf(body) !== undefined || settingsIn(body).length > 0;
}

/** The single values beside the table. The way codes are cut is changed by the few who change JSON. */
function settingsOf(body: Json): Json {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'scheme'));
}
