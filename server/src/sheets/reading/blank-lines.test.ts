import { expect, it } from 'vitest';
import { csvRows } from './csv-rows.ts';
import { WrongFile } from './wrong-file.ts';

/** How many rows a file gives, or why it is refused, and the CPU time it took in ms. */
async function readAll(bytes: Buffer): Promise<{ readonly said: number | string; readonly cpuMs: number }> {
  const before = process.cpuUsage();
  let said: number | string = 0;
  try {
    for await (const rows of csvRows(bytes, 'utf-8', () => undefined)) said += rows.length;
  } catch (error) {
    if (!(error instanceof WrongFile)) throw error;
    said = error.code;
  }
  const { user, system } = process.cpuUsage(before);
  return { said, cpuMs: (user + system) / 1_000 };
}

/** What a thousand good rows cost is the measure: a file of nothing must not cost more than a hundred times that. */
it.each([
  ['blank lines', '\n'],
  ['blank lines of Windows', '\r\n'],
  ['lines of nothing but marks', ',,,\n'],
  ['lines of blanks', '   \n'],
  ['empty quotes', '""\n'],
])('a million %s are refused for little work', async (_what, line) => {
  const good = await readAll(Buffer.from(`姓名,区域\n${'甲,450802001013\n'.repeat(1_000)}`));
  expect(good.said).toBe(1_001);
  const bad = await readAll(Buffer.from(`姓名,区域\n${line.repeat(1_000_000)}`));
  expect(bad.said).toBe('sheet.file.emptyRows');
  expect(bad.cpuMs).toBeLessThan(100 * Math.max(good.cpuMs, 10));
});
