import { setImmediate as breathe } from 'node:timers/promises';
import { refreshStatistics } from '../database/index.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { inContext } from './context.ts';
import type { Control, Staff, WorkDeps } from './deps.ts';
import type { Examined, SheetContext, SheetKind, TypedRow } from './kind.ts';
import { changeRun, type Run } from './run-store.ts';
import type { RunFiles } from './sealed-blobs.ts';
import { type Staged, stagedRows } from './staged.ts';
import { rowsAtOnce } from './typed-rows.ts';

/** Statistics are counted anew after this many rows, and then each time there are four times as many. */
const firstCount = 2_000;

interface Work {
  readonly kind: SheetKind;
  readonly actor: Staff;
  readonly files: RunFiles;
  readonly control: Control;
}

/** The rows in the order in which they can be written: in batches, none of which mixes stages. */
async function* inOrder(kind: SheetKind, packed: Buffer): AsyncGenerator<readonly Staged[]> {
  if (kind.stageOf === undefined) return yield* stagedRows(packed, kind.atOnce ?? rowsAtOnce);
  const all: Staged[] = [];
  for await (const rows of stagedRows(packed, rowsAtOnce)) all.push(...rows);
  const known = new Map(all.map(({ values }) => [kind.keyOf(values), kind.remember?.(values)]));
  const inFile: SheetContext['inFile'] = (key) => known.get(key);
  const stages = Map.groupBy(all, ({ values }) => kind.stageOf?.(values, inFile) ?? 0);
  for (const [, rows] of [...stages].sort(([a], [b]) => a - b)) {
    for (let at = 0; at < rows.length; at += rowsAtOnce) yield rows.slice(at, at + rowsAtOnce);
  }
}

/** Whether a row is still what was previewed. */
function isAsSeen(seen: Staged, { was }: Examined): boolean {
  return was?.id === seen.was?.id && was?.version === seen.was?.version;
}

async function writeAll(
  work: Work,
  context: SheetContext,
  run: Run,
  packed: Buffer,
): Promise<{ readonly left: number } | Refusal> {
  const { kind, control } = work;
  const total = Math.max(1, run.counts.added + run.counts.changed);
  let done = 0;
  let left = 0;
  let counted = firstCount;
  for await (const batch of inOrder(kind, packed)) {
    const rows: TypedRow[] = batch.map(({ line, values }) => ({ line, values }));
    // Rows of earlier batches stand in the database by now, so nothing is looked up in the file.
    const examined = await kind.examine(context, rows);
    const good: { row: TypedRow; was: Examined['was'] }[] = [];
    for (const [i, row] of rows.entries()) {
      const [seen, found] = [batch[i], examined[i]];
      if (seen === undefined || found === undefined)
        throw new Error(`${kind.code} examined fewer rows than it was given`);
      // A row that refers to one that was wrong, and so is not there, is left out with it.
      if (found.faults.length > 0 && run.choice === 'good' && isAsSeen(seen, found)) left += 1;
      else if (found.faults.length > 0 || !isAsSeen(seen, found))
        return refuse('sheet.run.changedSince', { params: { line: row.line } });
      else good.push({ row, was: found.was });
    }
    await kind.write(context, good);
    done += batch.length;
    // A table that was small when the transaction began is searched as if it still were.
    if (done >= counted && kind.tables !== undefined) {
      await refreshStatistics(context.trx, kind.tables);
      counted *= 4;
    }
    control.progress(done, (done / total) * 100);
    await breathe();
  }
  if (done >= firstCount && kind.tables !== undefined) await refreshStatistics(context.trx, kind.tables);
  return { left };
}

/**
 * Writes what was previewed, in one transaction: everything, or nothing where a row has changed since or somebody
 * cancelled. Done twice it writes once, because the state of the run changes with it.
 */
export async function applyRun(deps: WorkDeps, run: Run, work: Work): Promise<Refusal | undefined> {
  const { kind, actor, files } = work;
  const packed = await files.get('rows');
  const result = await inContext(deps, { actor, locale: run.locale }, async (context) => {
    const written = await writeAll(work, context, run, packed);
    if (isRefusal(written)) return written;
    const counts = { ...run.counts, wrong: run.counts.wrong + written.left };
    const change = { state: 'done', percent: 100, counts, leaseUntil: null } as const;
    return (await changeRun(context.trx, run, 'writing', change)) ? written : refuse('sheet.run.ended');
  });
  if (isRefusal(result)) return result;
  await kind.written?.(run.county);
  return undefined;
}
