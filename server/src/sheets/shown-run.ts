import type { SheetRun } from '@gezhi/contract/sheets/index';
import { isWordId, type Locale, sayData } from '@gezhi/contract/words/index';
import type { SheetKind } from './kind.ts';
import { sayFault } from './outcomes.ts';
import type { Run } from './run-store.ts';
import type { Underway } from './work.ts';

function problemOf({ code, params }: NonNullable<Run['problem']>, locale: Locale): NonNullable<SheetRun['problem']> {
  const id = `problem.${code}`;
  return { code, message: sayData(locale, isWordId(id) ? id : 'problem.sheet.run.failed', params) };
}

/** An import as the API shows it, as new as this process knows. */
export function shownRun(
  run: Run,
  kind: SheetKind | undefined,
  underway: Underway | undefined,
  locale: Locale,
): SheetRun {
  const { shown, problem } = run;
  const busy = run.state === 'checking' || run.state === 'writing' ? underway : undefined;
  return {
    id: run.id,
    kind: run.kind,
    fileName: run.fileName,
    state: run.state,
    progress: { rows: busy?.rows ?? run.rowsDone, percent: busy?.percent ?? run.percent },
    counts: run.counts,
    columns: (kind?.columns ?? [])
      .filter(({ key }) => shown.columns.includes(key))
      .map(({ key, heading }) => ({ key, heading: sayData(locale, heading) })),
    unknown: [...shown.unknown],
    faults: shown.faults.map((fault) => ({
      line: fault.line,
      code: fault.code,
      ...(fault.cell === undefined ? {} : { cell: fault.cell }),
      ...(kind === undefined ? { message: fault.code } : sayFault(kind, fault, locale)),
    })),
    preview: shown.preview,
    marked: run.kept.includes('marked'),
    startedAt: run.startedAt,
    expiresAt: run.expiresAt,
    ...(run.format === null ? {} : { format: run.format }),
    ...(run.choice === null ? {} : { rows: run.choice }),
    ...(problem === null ? {} : { problem: problemOf(problem, locale) }),
  };
}
