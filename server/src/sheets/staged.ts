import { Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { createInterface } from 'node:readline';
import type { Values } from '@gezhi/domain/sheets/index';

/** A good row as it was previewed: new, or what it was then. */
export interface Staged {
  readonly line: number;
  readonly values: Values;
  readonly was?: { readonly id: string; readonly version: string };
}

/** Collects rows to be written later, packed as they come. */
export function stageRows(): { add(rows: readonly Staged[]): Promise<void>; end(): Promise<Buffer> } {
  const gzip = createGzip();
  const pieces: Buffer[] = [];
  gzip.on('data', (piece: Buffer) => pieces.push(piece));
  const ended = new Promise<void>((resolve, reject) => gzip.on('end', resolve).on('error', reject));
  return {
    add: async (rows) => {
      const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
      if (text !== '' && !gzip.write(text)) await new Promise((resolve) => gzip.once('drain', resolve));
    },
    end: async () => {
      gzip.end();
      await ended;
      return Buffer.concat(pieces);
    },
  };
}

/** The rows collected, in batches. */
export async function* stagedRows(packed: Buffer, atOnce: number): AsyncGenerator<readonly Staged[]> {
  const lines = createInterface({ input: Readable.from([packed]).pipe(createGunzip()), crlfDelay: Infinity });
  let batch: Staged[] = [];
  for await (const line of lines) {
    batch.push(JSON.parse(line) as Staged);
    if (batch.length < atOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
