import type { Finding } from './finding.ts';

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null));
/** Chinese characters are two columns wide. */
const width = (text: string): number => [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 0);
const padded = (text: string, to: number): string => text + ' '.repeat(Math.max(0, to - width(text)));

/** A readable table: what agrees in one line, what differs in two. */
export function tableOf(findings: readonly Finding[]): readonly string[] {
  return findings.flatMap(({ about, what, expected, found, same }) => {
    const head = `${same ? 'ok  ' : 'DIFF'} ${padded(about, 12)} ${padded(what, 34)}`;
    return same
      ? [`${head} ${shown(found)}`]
      : [`${head} ${shown(expected)}`, `${' '.repeat(head.length - 8)}but is  ${shown(found)}`];
  });
}
