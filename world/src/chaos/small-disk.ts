import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A disk of its own, a few megabytes small, under the folders of pictures. */
export interface SmallDisk {
  /** Leaves not a byte of room. */
  fill(): Promise<void>;
  /** Makes room again. */
  empty(): Promise<void>;
  remove(): Promise<void>;
}

const megabyte = 1_048_576;

/** Writes ever smaller pieces, until not one byte more goes in. */
async function fillWith(path: string): Promise<void> {
  const file = await open(path, 'a');
  try {
    for (let piece = megabyte; piece >= 1; ) {
      const goesIn = await file.write(Buffer.alloc(piece)).then(
        () => true,
        () => false,
      );
      if (!goesIn) piece = Math.floor(piece / 2);
    }
  } finally {
    await file.close();
  }
}

/**
 * Lays the folders of uploads and files of a data folder on a small disk in memory. Only root may mount one: undefined
 * for anybody else.
 */
export async function openSmallDisk(dataDir: string, megabytes: number): Promise<SmallDisk | undefined> {
  const place = mkdtempSync(join(tmpdir(), 'gezhi-disk-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', place]);
  } catch {
    rmSync(place, { recursive: true });
    return undefined;
  }
  for (const name of ['uploads', 'files']) {
    mkdirSync(join(place, name));
    symlinkSync(join(place, name), join(dataDir, name));
  }
  const ballast = join(place, 'ballast');
  return {
    fill: () => fillWith(ballast),
    empty: () => Promise.resolve(rmSync(ballast, { force: true })),
    remove: async () => {
      await run('umount', ['-l', place]);
      rmSync(place, { recursive: true, force: true });
    },
  };
}
