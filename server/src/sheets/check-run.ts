import { setImmediate as breathe } from 'node:timers/promises';
import type { Headings } from '@gezhi/domain/sheets/index';
import { inContext } from './context.ts';
import type { Control, Staff, WorkDeps } from './deps.ts';
import type { SheetContext, SheetKind } from './kind.ts';
import { markFile } from './mark-file.ts';
import { type Outcomes, trackOutcomes } from './outcomes.ts';
import { openFile, type OpenedFile } from './reading/open-file.ts';
import { type ReadingOf, readingOf } from './reading-of.ts';
import type { Run, RunChange } from './run-store.ts';
import type { Part } from './part.ts';
import type { RunFiles } from './sealed-blobs.ts';
import { stageRows } from './staged.ts';
import { headingsOf, typedRows } from './typed-rows.ts';

/** How much of the way is reading for the first time, where rows refer to each other. */
const rememberedPart = 0.2;
const checkedPart = 0.9;

interface Reader {
  readonly file: OpenedFile;
  readonly kind: SheetKind;
  readonly headings: Headings;
  readonly readings: ReadingOf;
}

/** What rows of the file must know of each other. The first of two alike counts, as it does later. */
async function rememberRows({ file, kind, headings, readings }: Reader, control: Control) {
  const known = new Map<string, unknown>();
  if (kind.remember === undefined) return known;
  let share = 0;
  for await (const batch of typedRows(file, kind, headings, readings, (part) => (share = part))) {
    for (const { row } of batch) {
      const key = kind.keyOf(row.values);
      if (!known.has(key)) known.set(key, kind.remember(row.values));
    }
    control.progress(0, share * rememberedPart * 100);
    await breathe();
  }
  return known;
}

async function examineAll(
  deps: WorkDeps,
  asker: { readonly actor: Staff; readonly locale: Run['locale'] },
  reader: Reader,
  control: Control,
): Promise<{ readonly outcomes: Outcomes; readonly rows: Buffer }> {
  const { file, kind, headings, readings } = reader;
  const known = await rememberRows(reader, control);
  const begin = kind.remember === undefined ? 0 : rememberedPart;
  const inFile: SheetContext['inFile'] = (key) => known.get(key);
  const outcomes = trackOutcomes(kind, headings, readings);
  const stage = stageRows();
  let share = 0;
  for await (const batch of typedRows(file, kind, headings, readings, (part) => (share = part))) {
    const rows = batch.map(({ row }) => row);
    const examined = await inContext(deps, asker, (context) => kind.examine(context, rows), inFile);
    await stage.add(outcomes.take(batch, examined));
    control.progress(outcomes.counts.rows, (begin + share * (checkedPart - begin)) * 100);
    await breathe();
  }
  return { outcomes, rows: await stage.end() };
}

/**
 * Checks a file whole and writes nothing: what is wrong with which cell, and what would become of each row. Keeps the
 * good rows for later, and the file with its wrong cells marked.
 * @throws WrongFile, Cancelled
 */
export async function checkRun(
  deps: WorkDeps,
  run: Run,
  work: { readonly kind: SheetKind; readonly actor: Staff; readonly files: RunFiles; readonly control: Control },
): Promise<RunChange> {
  const { kind, actor, files, control } = work;
  const asker = { actor, locale: run.locale };
  const file = await openFile(await files.get('sent'));
  const readings = await inContext(deps, asker, (context) => readingOf(kind, context));
  const headings = await headingsOf(file, kind, run.locale);
  const { outcomes, rows } = await examineAll(deps, asker, { file, kind, headings, readings }, control);
  const { counts, faults, preview } = outcomes;
  await files.put('rows', rows);
  const kept: Part[] = ['sent', 'rows'];
  if (counts.wrong > 0) {
    await files.put('marked', await markFile(file, kind, headings, outcomes.byLine, run.locale, control));
    kept.push('marked');
  }
  return {
    state: 'checked',
    format: file.format,
    kept,
    rowsDone: counts.rows,
    percent: 100,
    counts: { ...counts },
    shown: { columns: [...headings.at.keys()], unknown: headings.unknown, faults, preview },
  };
}
