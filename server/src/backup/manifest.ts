import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What a backup says of itself. */
export const manifestShape = z.object({
  format: z.literal('gezhi-backup-1'),
  made: z.string(),
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
  /** Tells whether the keys at hand are those of the backup, without saying anything about them. */
  keys: z.string(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number(), sum: z.string() })),
  sequences: z.record(z.string(), z.number()),
  files: z.array(z.object({ key: z.string(), bytes: z.number(), sha256: z.string() })),
});
export type Manifest = z.output<typeof manifestShape>;

/** Thrown when a backup cannot be made or taken back; the message is for whoever ran the command. */
export class BackupFailed extends Error {
  override readonly name = 'BackupFailed';
}

export const manifestFile = 'manifest.json';

/** Name of the file with a table's rows. */
export function tableFile(name: string): string {
  return join('tables', `${name.replaceAll('"', '')}.jsonl.gz`);
}

/** @throws BackupFailed when the folder holds no backup. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestFile), 'utf8').catch(() => undefined);
  if (text === undefined) throw new BackupFailed(`${folder} holds no backup (no ${manifestFile})`);
  const read = manifestShape.safeParse(JSON.parse(text));
  if (!read.success) throw new BackupFailed(`${manifestFile} is not of a backup this program knows`);
  return read.data;
}
