import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { MasterKey } from './keys.ts';

type MasterKeys = readonly [MasterKey, ...MasterKey[]];

/** Thrown when the master keys cannot be read; says where they were looked for, never what was found. */
export class WrongKey extends Error {
  override readonly name = 'WrongKey';
}

const form = /^(?:([a-z0-9]{1,8}):)?([A-Za-z0-9+/_-]{43}=?)$/;

/** Reads `id:base64,id:base64`, the current key first; a single key may go without id (`k1`). */
export function parseMasterKeys(text: string, from: string): MasterKeys {
  const keys = text
    .trim()
    .split(/[\s,]+/)
    .map((part): MasterKey => {
      const [, id = 'k1', key = ''] = form.exec(part) ?? [];
      if (key === '')
        throw new WrongKey(`${from} must be 32 bytes in base64, with an id in front where there are several`);
      return { id, key: Buffer.from(key, 'base64') };
    });
  const [current, ...older] = keys;
  if (current === undefined) throw new WrongKey(`${from} is empty`);
  if (new Set(keys.map(({ id }) => id)).size < keys.length) throw new WrongKey(`${from} has two keys of one id`);
  return [current, ...older];
}

/** Makes the file for its owner alone, unless it is there. Linked when whole: another process may be reading it. */
async function makeOnce(file: string): Promise<void> {
  const part = `${file}.${randomUUID()}`;
  const handle = await open(part, 'wx', 0o600);
  await handle.writeFile(`k1:${randomBytes(32).toString('base64')}\n`);
  await handle.sync();
  await handle.close();
  try {
    await link(part, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(part);
  }
}

/** The master keys from the setting, else from DATA_DIR/keys/master, made there once. @throws WrongKey */
export async function readMasterKeys(setting: string | undefined, dataDir: string): Promise<MasterKeys> {
  if (setting !== undefined) return parseMasterKeys(setting, 'GEZHI_KEY');
  const folder = join(dataDir, 'keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'master');
  if ((await stat(file).catch(() => undefined)) === undefined) await makeOnce(file);
  return parseMasterKeys(await readFile(file, 'utf8'), file);
}
