import { CloseOutlined } from '@ant-design/icons';
import type { BulkCommand } from '@gezhi/contract/cases/index';
import { Alert, Button, Progress } from 'antd';
import { useEffect } from 'react';
import { useSay } from '../../../words/locale.tsx';
import { Refusal } from '../../app/refusal.tsx';
import type { Selection } from '../list/selection.ts';
import { BulkForm } from './bulk-form.tsx';
import { BulkRows } from './bulk-rows.tsx';
import { useBulk } from './use-bulk.ts';
import './bulk.css';

/** Cases that the desk takes in one go. */
const MOST = 500;

interface BulkPaneProps {
  readonly selection: Selection;
  /** While cases are being worked through, the pane must stay: it says what became of each. */
  readonly onWorking: (working: boolean) => void;
  readonly onClose: () => void;
  /** Leaves only these selected. */
  readonly onKeep: (ids: readonly string[]) => void;
}

/** One command for all that is selected: what to do, what would come of it case by case, then doing it. */
export function BulkPane({ selection, onWorking, onClose, onKeep }: BulkPaneProps) {
  const say = useSay();
  const { stage, problem, preview, run, again } = useBulk();
  const n = selection.size;
  const working = stage.at === 'running';
  useEffect(() => {
    onWorking(working);
  }, [working, onWorking]);
  return (
    <article className="sheet bulk" aria-label={say('bulk.title', { n })}>
      <header className="sheet-head">
        <div className="sheet-title">
          <h2>{say('bulk.title', { n })}</h2>
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            disabled={working}
            aria-label={say('ui.close')}
            onClick={onClose}
          />
        </div>
      </header>
      <div className="sheet-body" tabIndex={0}>
        {n > MOST ? <Alert type="warning" showIcon title={say('bulk.tooMany', { most: MOST, n })} /> : null}
        {n <= MOST && stage.at !== 'running' && stage.at !== 'ran' ? (
          // It stays while the preview is made: what was chosen must go on standing there.
          <BulkForm
            busy={stage.at === 'previewing'}
            // What is asked anew makes a preview worthless.
            onChange={stage.at === 'previewed' ? again : undefined}
            onPreview={(command) => void preview(command, [...selection.keys()])}
          />
        ) : null}
        <Refusal problem={problem} />
        {stage.at === 'previewing' || stage.at === 'running' ? (
          <div role="status">
            {say(stage.at === 'previewing' ? 'bulk.preview.busy' : 'bulk.run.busy', { n: stage.done, all: stage.all })}
            <Progress percent={Math.round((100 * stage.done) / Math.max(1, stage.all))} showInfo={false} />
          </div>
        ) : null}
        {stage.at === 'previewed' ? <BulkRows rows={stage.rows} done={false} /> : null}
        {stage.at === 'ran' ? (
          <>
            <BulkRows rows={stage.rows} done />
            {stage.problem === undefined ? null : (
              <>
                <Refusal problem={stage.problem} />
                <BulkRows rows={stage.unsent} done={false} unsent={stage.problem.title} />
              </>
            )}
          </>
        ) : null}
      </div>
      <footer className="command-bar">
        {stage.at === 'previewed' ? (
          <Confirm
            command={stage.command}
            n={stage.rows.filter(({ ok }) => ok).length}
            onRun={() => void run(stage.command, stage.rows)}
            onClose={onClose}
          />
        ) : null}
        {stage.at === 'ran' ? (
          <div className="command-buttons">
            {stage.unsent.length === 0 ? null : (
              <Button type="primary" onClick={() => void run(stage.command, stage.unsent, stage.rows)}>
                {say('bulk.retry', { n: stage.unsent.length })}
              </Button>
            )}
            {stage.rows.every(({ ok }) => ok) ? null : (
              <Button onClick={() => onKeep(stage.rows.filter(({ ok }) => !ok).map(({ id }) => id))}>
                {say('bulk.keep')}
              </Button>
            )}
            <Button onClick={() => onKeep([])}>{say('ui.close')}</Button>
          </div>
        ) : null}
      </footer>
    </article>
  );
}

interface ConfirmProps {
  readonly command: BulkCommand;
  readonly n: number;
  readonly onRun: () => void;
  readonly onClose: () => void;
}

function Confirm({ command, n, onRun, onClose }: ConfirmProps) {
  const say = useSay();
  return (
    <>
      <p className="sheet-small">{say('bulk.nothing.yet')}</p>
      <div className="command-buttons">
        <Button type="primary" disabled={n === 0} onClick={onRun}>
          {say('bulk.run', { command: say(`case.command.${command.type}`), n })}
        </Button>
        <Button onClick={onClose}>{say('ui.cancel')}</Button>
      </div>
    </>
  );
}
