import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { fillDemonstration } from './demonstration/index.ts';
import type { BuiltPlace } from './hecheng/index.ts';
import { newFolder, startServer } from './own-server.ts';

/** A demonstration that lasts as long as the work on it. */
export interface OwnDemonstration {
  readonly url: string;
  readonly password: string;
}

const cli = fileURLToPath(new URL('../../server/src/cli/gezhi.ts', import.meta.url));
const password = 'a-password-of-a-passing-server';

/** Walks every chain with `gezhi audit verify`, which needs the folder for itself. @throws Error where one is broken */
async function audit(dataDir: string): Promise<string> {
  const { PATH = '', HOME = '' } = process.env;
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [cli, 'audit', 'verify'], {
    env: { PATH, HOME, DATA_DIR: dataDir, LOG_LEVEL: 'error' },
  });
  return stdout.trim();
}

/**
 * Starts a server in a temporary folder, fills it with a place but no matters, does the work, stops the server, walks
 * every chain, and clears the folder away.
 */
export async function onOwnDemonstration<Result>(
  place: BuiltPlace,
  work: (demonstration: OwnDemonstration) => Promise<Result>,
  say: (line: string) => void = () => undefined,
): Promise<{ readonly result: Result; readonly audited: string }> {
  const folder = newFolder();
  try {
    const server = await startServer(folder.path);
    say(`server at ${server.url}`);
    try {
      const setupToken = await server.setUpToken();
      await fillDemonstration({ url: server.url, setupToken, password, place, scene: false });
      say('filled');
      const result = await work({ url: server.url, password });
      await server.stop();
      return { result, audited: await audit(folder.path) };
    } catch (error) {
      await server.kill();
      throw error;
    }
  } finally {
    folder.remove();
  }
}
