import { DownloadOutlined } from '@ant-design/icons';
import { sheetRoutes, type SheetRun } from '@gezhi/contract/sheets/index';
import { Alert, Button } from 'antd';
import { addressOf } from '../../api/address.ts';
import { problemOf } from '../../api/query.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Refusal } from '../app/refusal.tsx';
import { FaultsTable } from './faults-table.tsx';
import { Preview } from './preview.tsx';
import { isBusy, useRun } from './use-run.ts';
import './sheets.css';

const figures = ['rows', 'wrong', 'added', 'changed', 'unchanged'] as const;

/** One import from its check to its end. `onDone` leads back to sending another file. */
export function RunView({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const run = useRun(id);
  if (run.isPending) return <Loading rows={4} />;
  if (run.isError) return <Failed problem={problemOf(run.error)} retry={() => void run.refetch()} />;
  return <Shown run={run.data.value} onDone={onDone} />;
}

function Shown({ run, onDone }: { readonly run: SheetRun; readonly onDone: () => void }) {
  const say = useSay();
  const { state, counts } = run;
  return (
    <>
      <section
        className="page-block sheet-run"
        aria-label={say('sheets.run', { name: run.fileName })}
        aria-live="polite"
      >
        <h2>
          {run.fileName} <span className="sheet-state">{say(`sheets.state.${state}`)}</span>
        </h2>
        <Sentence run={run} />
        {isBusy(state) ? <Progress run={run} /> : null}
        {state === 'checked' || state === 'done' ? (
          <dl className="sheet-counts">
            {figures.map((name) => (
              <div key={name} className={name === 'wrong' && counts.wrong > 0 ? 'sheet-count-wrong' : undefined}>
                <dt>{say(`sheets.count.${name}`)}</dt>
                <dd className="figures">{counts[name].toLocaleString('en')}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        {run.unknown.length === 0 ? null : (
          <p className="sheet-small">{say('sheets.unknown', { names: run.unknown.join('、') })}</p>
        )}
        <Choices run={run} onDone={onDone} />
      </section>
      {counts.wrong > 0 && state === 'checked' ? <FaultsTable run={run} /> : null}
      {state === 'checked' && counts.rows > counts.wrong ? <Preview key={run.id} run={run} /> : null}
    </>
  );
}

/** How it stands, in a sentence that says what comes next. */
function Sentence({ run }: { readonly run: SheetRun }) {
  const say = useSay();
  const { state, counts, problem } = run;
  if (state === 'failed') return <Alert type="error" showIcon title={problem?.message ?? say('sheets.state.failed')} />;
  if (state === 'checked') {
    if (counts.wrong > 0)
      return <Alert type="error" showIcon title={say('sheets.says.wrong', { count: counts.wrong })} />;
    return <p>{say(counts.added + counts.changed === 0 ? 'sheets.says.same' : 'sheets.says.good')}</p>;
  }
  if (state === 'done') return <p>{say('sheets.says.done', { added: counts.added, changed: counts.changed })}</p>;
  return <p>{say(`sheets.says.${state}`)}</p>;
}

function Progress({ run }: { readonly run: SheetRun }) {
  const say = useSay();
  const { rows, percent } = run.progress;
  return (
    <div className="sheet-progress">
      <progress max={100} value={percent} aria-label={say('sheets.progress')} />
      <span className="figures">{say('sheets.progress.rows', { rows, percent })}</span>
    </div>
  );
}

/** What can be done with it now, the likely thing first. */
function Choices({ run, onDone }: { readonly run: SheetRun; readonly onDone: () => void }) {
  const say = useSay();
  const refresh = [sheetRoutes.getRun, sheetRoutes.listRuns];
  const apply = useAct(sheetRoutes.apply, { quiet: true, refresh });
  const cancel = useAct(sheetRoutes.cancel, { quiet: true, refresh });
  const { state, counts } = run;
  const params = { id: run.id };
  const writable = counts.added + counts.changed;
  const busy = apply.busy || cancel.busy;
  const write = (rows: 'all' | 'good') => void apply.act({ params, body: { rows } });
  const open = state === 'checked' || isBusy(state);
  return (
    <>
      <Refusal problem={apply.problem ?? cancel.problem} />
      <div className="page-choices">
        {run.marked && state === 'checked' ? (
          <Button type="primary" icon={<DownloadOutlined />} href={addressOf(sheetRoutes.marked.path, params, {})}>
            {say('sheets.marked')}
          </Button>
        ) : null}
        {state === 'checked' && counts.wrong === 0 && writable > 0 ? (
          <Button type="primary" loading={busy} onClick={() => write('all')}>
            {say('sheets.writeAll')}
          </Button>
        ) : null}
        {state === 'checked' && counts.wrong > 0 && writable > 0 ? (
          <Button loading={busy} onClick={() => write('good')}>
            {say('sheets.writeGood', { count: writable })}
          </Button>
        ) : null}
        {isBusy(state) ? null : <Button onClick={onDone}>{say('sheets.another')}</Button>}
        {open ? (
          <Button type="text" loading={cancel.busy} onClick={() => void cancel.act({ params })}>
            {say('sheets.cancel')}
          </Button>
        ) : null}
      </div>
    </>
  );
}
