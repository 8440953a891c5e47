import { randomUUID } from 'node:crypto';
import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';

/** Thrown when another process has the folder open; its message says which and what to do. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Start time of the process in clock ticks, where the system tells it: process ids are used again. */
  readonly started: string;
  readonly token: string;
}

const beatMs = 5_000;
const staleMs = 30_000;
const mine = new Set<string>();

/** Start of a process as /proc has it (field 22), or '' where there is no /proc. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether the holder lives. Of another host we only know whether it still touches the file. */
function lives(holder: Holder, file: string): boolean {
  if (holder.host !== hostname()) return Date.now() - statSync(file).mtimeMs < staleMs;
  if (holder.pid === process.pid) return mine.has(holder.token);
  return runs(holder.pid) && (holder.started === '' || holder.started === startOf(holder.pid));
}

function read(file: string): { holder: Holder | undefined; text: string } {
  const text = readFileSync(file, 'utf8');
  try {
    return { holder: JSON.parse(text) as Holder, text };
  } catch {
    // Half written by a process that was killed while taking the lock.
    return { holder: undefined, text };
  }
}

function missing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

/** Puts a stale lock aside. Two that find it at once: the rename succeeds for one, the other starts over. */
function clearStale(file: string): void {
  try {
    const { holder, text } = read(file);
    if (holder !== undefined && lives(holder, file)) {
      throw new FolderInUse(
        `the database folder is in use by process ${holder.pid} on ${holder.host}; stop that server first (lock file: ${file})`,
      );
    }
    const aside = `${file}.${randomUUID()}`;
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') !== text) linkSync(aside, file);
    unlinkSync(aside);
  } catch (error) {
    if (!missing(error)) throw error;
  }
}

function create(file: string, holder: Holder): boolean {
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, JSON.stringify(holder));
    closeSync(handle);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Takes the lock file, because the embedded database has none and a second opener ruins the folder.
 * A lock left by a process that is gone is taken over.
 * @returns a function that gives the lock back.
 * @throws FolderInUse when a living process holds it.
 */
export function lockFolder(file: string): () => void {
  const holder: Holder = { pid: process.pid, host: hostname(), started: startOf(process.pid), token: randomUUID() };
  for (let attempt = 0; !create(file, holder); attempt += 1) {
    if (attempt > 10) throw new FolderInUse(`the database folder is in use (lock file: ${file})`);
    clearStale(file);
  }
  mine.add(holder.token);
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), beatMs);
  beat.unref();
  return () => {
    clearInterval(beat);
    mine.delete(holder.token);
    if (read(file).holder?.token === holder.token) unlinkSync(file);
  };
}
