import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const cli = fileURLToPath(new URL('../../server/src/cli/gezhi.ts', import.meta.url));

/**
 * Walks every chain of a stopped server with `gezhi audit verify`, which needs the folder for itself, and answers what
 * it said. @throws Error where a chain is broken
 */
export async function auditChains(dataDir: string, database: Readonly<Record<string, string>> = {}): Promise<string> {
  const { PATH = '', HOME = '' } = process.env;
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [cli, 'audit', 'verify'], {
    env: { PATH, HOME, DATA_DIR: dataDir, LOG_LEVEL: 'error', ...database },
  });
  return stdout.trim();
}
