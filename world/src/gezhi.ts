import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inherited, program } from './programs.ts';

/** Runs a command of `gezhi` on a data folder and answers what it said. @throws Error where it fails */
export async function gezhi(
  args: readonly string[],
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [program('gezhi'), ...args], {
    env: { ...inherited(), DATA_DIR: dataDir, LOG_LEVEL: 'error', ...settings },
  });
  return stdout.trim();
}
