import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { county } from '../demonstration/cast.ts';
import type { ChaosLoad } from './load.ts';
import type { RawRow } from './raw-rows.ts';

/** Every picture that came with an acknowledged report is noted as ready and lies there whole. */
export async function checkPictures(
  { reports }: ChaosLoad,
  files: readonly RawRow[],
  dataDir: string,
): Promise<readonly string[]> {
  const noted = new Map(files.map((row) => [row['id'], row]));
  const wrong: string[] = [];
  for (const { picture: id, words } of reports) {
    if (id === undefined) continue;
    const row = noted.get(id);
    const path = join(dataDir, 'files', county.code, id.slice(-2), `${id}-2048.webp`);
    const bytes = await readFile(path).catch(() => undefined);
    const sum = bytes && createHash('sha256').update(bytes).digest('hex');
    if (row?.['state'] !== 'ready' || sum === undefined || sum !== row['sha256'])
      wrong.push(
        `the picture of ${words} is ${JSON.stringify([row?.['state'], bytes?.length, sum === row?.['sha256']])}`,
      );
  }
  return wrong;
}
