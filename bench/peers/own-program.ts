import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** A program of Debian's as it runs: where, as whom, told what. */
export interface Program {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

const idOf = (kind: '-u' | '-g'): number =>
  Number(spawnSync('id', [kind, 'www-data'], { encoding: 'utf8' }).stdout.trim());

/** Debian's user for web programs: none of them runs as root. */
const asWebUser = (): { uid: number; gid: number } => ({ uid: idOf('-u'), gid: idOf('-g') });

export function giveToWebUser(...paths: readonly string[]): void {
  const { uid, gid } = asWebUser();
  for (const path of paths) chownSync(path, uid, gid);
}

const surroundings = ({ folder, env }: Program) => ({
  cwd: folder,
  env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', LANG: 'C.UTF-8', ...env },
  ...asWebUser(),
});

/** Runs a command to its end, with nothing to read, and answers what it said. @throws Error with all of it where it fails */
export async function runOnce(program: Program, command: string, args: readonly string[]): Promise<string> {
  const child = spawn(command, args, { ...surroundings(program), stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complained = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(`${command} ${args.join(' ')}:\n${said}${complained}`.slice(0, 8_000));
  return said;
}

/** Starts a server and waits until it answers anything at all at the address. */
export async function serveWith(
  program: Program,
  command: string,
  args: readonly string[],
  url: string,
): Promise<{ readonly pid: number; readonly stop: () => Promise<void> }> {
  const child: ChildProcess = spawn(command, args, { ...surroundings(program), stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const hear = (chunk: Buffer) => (said = (said + chunk.toString()).slice(-8_000));
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const gone = once(child, 'exit');
  const endWithUs = () => child.kill('SIGTERM');
  process.once('exit', endWithUs);
  const stop = async (): Promise<void> => {
    process.off('exit', endWithUs);
    child.kill('SIGTERM');
    await Promise.race([gone, wait(20_000)]);
    child.kill('SIGKILL');
  };
  for (const begun = performance.now(); performance.now() - begun < 300_000; await wait(200)) {
    if (child.exitCode !== null) throw new Error(`${command} ended by itself:\n${said}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer !== undefined) return { pid: child.pid ?? 0, stop };
  }
  await stop();
  throw new Error(`${command} did not answer:\n${said}`);
}
