import { setTimeout as wait } from 'node:timers/promises';
import { sheetRoutes } from '@gezhi/contract/sheets/index';
import type { Client } from '../client.ts';

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Most rows of a sheet that one import takes here. */
const atOnce = 50_000;

async function sendOne(client: Client, kind: string, name: string, text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const sent = await client.call(sheetRoutes.upload, {
    params: { kind },
    query: { name: `${name}.csv` },
    bytes,
    key: `world-sheet-${name}`,
  });
  const until = async (...states: readonly string[]) => {
    for (;;) {
      const run = await client.call(sheetRoutes.getRun, { params: { id: sent.id } });
      if (states.includes(run.state)) return run;
      if (run.state === 'failed' || run.state === 'cancelled')
        throw new Error(`sheet ${name}: ${run.state} ${run.problem?.message ?? ''}`);
      await wait(100);
    }
  };
  const checked = await until('checked', 'done');
  const [first] = checked.faults;
  if (first !== undefined)
    throw new Error(`sheet ${name}: ${checked.counts.wrong} wrong, line ${first.line}: ${first.message}`);
  if (checked.state === 'done') return;
  await client.call(sheetRoutes.apply, { params: { id: sent.id }, body: { rows: 'all' } });
  await until('done');
}

/** Sends rows as an official would: a CSV sheet with Chinese headings, looked at and then written. */
export async function sendSheet(
  client: Client,
  kind: string,
  name: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) {
    const lines = [headings, ...rows.slice(from, from + atOnce)].map((row) => row.map(quoted).join(','));
    await sendOne(client, kind, `${name}-${from / atOnce + 1}`, `\uFEFF${lines.join('\r\n')}\r\n`);
  }
}
