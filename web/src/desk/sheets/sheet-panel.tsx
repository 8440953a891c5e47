import { DownloadOutlined } from '@ant-design/icons';
import { sheetRoutes, type SheetKindRow } from '@gezhi/contract/sheets/index';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { addressOf } from '../../api/address.ts';
import type { Problem } from '../../api/call.ts';
import { useAnswer } from '../../api/query.ts';
import { When } from '../../ui/clock.tsx';
import { useSay } from '../../words/locale.tsx';
import { Refusal } from '../app/refusal.tsx';
import { DropFile } from './drop-file.tsx';
import { RunView } from './run-view.tsx';
import { sendFile } from './send-file.ts';
import './sheets.css';

interface PanelProps {
  readonly kind: SheetKindRow;
  /** The import that is looked at; the address of the page keeps it. */
  readonly run: string | undefined;
  readonly onRun: (id: string | undefined) => void;
}

/** Export, template and import of one list. */
export function SheetPanel({ kind, run, onRun }: PanelProps) {
  const say = useSay();
  const params = { kind: kind.code };
  const href = (format: 'xlsx' | 'csv') => addressOf(sheetRoutes.exportRows.path, params, { format });
  return (
    <>
      <section className="page-block" aria-label={say('sheets.out')}>
        <h2>{say('sheets.out')}</h2>
        <div className="page-choices">
          {kind.mayExport ? (
            <>
              <Button icon={<DownloadOutlined />} href={href('xlsx')}>
                {say('sheets.xlsx')}
              </Button>
              <Button icon={<DownloadOutlined />} href={href('csv')}>
                {say('sheets.csv')}
              </Button>
            </>
          ) : null}
          {kind.mayImport ? (
            <Button icon={<DownloadOutlined />} href={addressOf(sheetRoutes.template.path, params, {})}>
              {say('sheets.template')}
            </Button>
          ) : null}
          <span className="sheet-small">{say('sheets.out.hint')}</span>
        </div>
      </section>
      {kind.mayImport && run === undefined ? <Send kind={kind} onRun={onRun} /> : null}
      {run === undefined ? null : <RunView key={run} id={run} onDone={() => onRun(undefined)} />}
    </>
  );
}

/** Takes a file, and lists those sent before. */
function Send({ kind, onRun }: { readonly kind: SheetKindRow; readonly onRun: (id: string) => void }) {
  const say = useSay();
  const client = useQueryClient();
  const [sending, setSending] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const tried = useRef<{ readonly file: File; readonly key: string }>(undefined);
  const earlier = useAnswer(sheetRoutes.listRuns, { query: { kind: kind.code } });

  const send = async (file: File) => {
    setProblem(undefined);
    setSending(file.name);
    if (tried.current?.file !== file) tried.current = { file, key: crypto.randomUUID() };
    const result = await sendFile(kind.code, file, tried.current.key);
    setSending(undefined);
    if (!result.ok) {
      setProblem(result.problem);
      return;
    }
    tried.current = undefined;
    void client.invalidateQueries({ queryKey: [sheetRoutes.listRuns.name] });
    onRun(result.value.id);
  };
  const runs = earlier.data?.value.rows ?? [];
  return (
    <section className="page-block" aria-label={say('sheets.in')}>
      <h2>{say('sheets.in')}</h2>
      <DropFile disabled={sending !== undefined} onFile={(file) => void send(file)} />
      {sending === undefined ? null : <p aria-live="polite">{say('sheets.sending', { name: sending })}</p>}
      <Refusal problem={problem} />
      <p className="sheet-small">
        {say('sheets.columns')}：
        {kind.columns
          .filter(({ shown }) => !shown)
          .map(({ heading, required }) => `${heading}${required ? ' *' : ''}`)
          .join('、')}
      </p>
      {runs.length === 0 ? null : (
        <>
          <h2>{say('sheets.earlier')}</h2>
          <ul className="sheet-earlier">
            {runs.map((run) => (
              <li key={run.id}>
                <Button type="link" onClick={() => onRun(run.id)}>
                  {run.fileName}
                </Button>
                <span>{say(`sheets.state.${run.state}`)}</span>
                <span className="sheet-small">
                  <When at={run.startedAt} exact />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
