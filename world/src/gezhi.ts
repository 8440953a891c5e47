import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const cli = fileURLToPath(new URL('../../server/src/cli/gezhi.ts', import.meta.url));

/** Runs a command of `gezhi` on a data folder and answers what it said. @throws Error where it fails */
export async function gezhi(
  args: readonly string[],
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { PATH = '', HOME = '' } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, [cli, ...args], {
    env: { PATH, HOME, DATA_DIR: dataDir, LOG_LEVEL: 'error', ...settings },
  });
  return stdout.trim();
}
