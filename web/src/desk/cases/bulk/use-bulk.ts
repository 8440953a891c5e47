import { bulkRoutes } from '@gezhi/contract/cases/index';
import type { BulkCommand, BulkOutcome } from '@gezhi/contract/cases/index';
import { useRef, useState } from 'react';
import { call } from '../../../api/call.ts';
import type { Problem } from '../../../api/call.ts';

/** Cases in one request: few enough that one sees it going on. */
const AT_ONCE = 20;

/** How far a bulk has come. Every case that was asked for has a line in `rows`, whatever became of it. */
type BulkStage =
  | { readonly at: 'asking' }
  | { readonly at: 'previewing' | 'running'; readonly done: number; readonly all: number }
  | { readonly at: 'previewed'; readonly command: BulkCommand; readonly rows: readonly BulkOutcome[] }
  | {
      readonly at: 'ran';
      readonly command: BulkCommand;
      readonly rows: readonly BulkOutcome[];
      /** Cases whose command did not reach the server, or whose answer did not come back. */
      readonly unsent: readonly BulkOutcome[];
      readonly problem: Problem | undefined;
    };

/** Previews one command on many cases, then gives it, a few cases a request, each once for its own key. */
export function useBulk() {
  const [stage, setStage] = useState<BulkStage>({ at: 'asking' });
  const [problem, setProblem] = useState<Problem>();
  const keys = useRef(new Map<string, string>());

  const preview = async (command: BulkCommand, ids: readonly string[]) => {
    setProblem(undefined);
    keys.current = new Map(ids.map((id) => [id, crypto.randomUUID()]));
    const rows: BulkOutcome[] = [];
    for (const part of parts(ids)) {
      setStage({ at: 'previewing', done: rows.length, all: ids.length });
      const result = await call(bulkRoutes.preview, { body: { command, ids: [...part] } });
      if (!result.ok) {
        setProblem(result.problem);
        setStage({ at: 'asking' });
        return;
      }
      rows.push(...result.value.rows);
    }
    setStage({ at: 'previewed', command, rows });
  };

  /** Gives the command to the cases of a preview that it would be carried out on; the others keep their reason. */
  const run = async (command: BulkCommand, planned: readonly BulkOutcome[], before: readonly BulkOutcome[] = []) => {
    const todo = planned.filter(({ ok }) => ok);
    const rows: BulkOutcome[] = [...before, ...planned.filter(({ ok }) => !ok)];
    let done = 0;
    for (const part of parts(todo)) {
      setStage({ at: 'running', done, all: todo.length });
      const cases = part.map(({ id, case: known }) => ({
        id,
        version: known?.version ?? 0,
        key: keys.current.get(id) ?? crypto.randomUUID(),
      }));
      const result = await call(bulkRoutes.run, { body: { command, cases } });
      if (!result.ok) {
        setStage({ at: 'ran', command, rows, unsent: todo.slice(done), problem: result.problem });
        return;
      }
      // A case that is refused now is named by how it stood in the preview.
      const known = new Map(part.map((row) => [row.id, row.case]));
      rows.push(...result.value.rows.map((row) => withCase(row, known.get(row.id))));
      done += part.length;
    }
    setStage({ at: 'ran', command, rows, unsent: [], problem: undefined });
  };

  return { stage, problem, preview, run, again: () => setStage({ at: 'asking' }) };
}

function withCase(row: BulkOutcome, known: BulkOutcome['case']): BulkOutcome {
  return row.case === undefined && known !== undefined ? { ...row, case: known } : row;
}

function parts<T>(all: readonly T[]): (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, part) =>
    all.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
}
