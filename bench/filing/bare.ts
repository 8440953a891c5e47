import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The bare handler, running. */
export interface Bare {
  readonly url: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** Starts `bare-server.ts`. @throws Error with what it said when it does not begin to listen */
export async function startBare(databaseUrl: string, statements: string): Promise<Bare> {
  const program = fileURLToPath(new URL('bare-server.ts', import.meta.url));
  const child = spawn(process.execPath, [program, databaseUrl, statements], { stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = once(child, 'exit');
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /http:\S+/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void gone.then(() => reject(new Error(`the bare handler ended:\n${said}`)));
  });
  return {
    url,
    pid: child.pid ?? 0,
    stop: async () => {
      process.off('exit', endWithUs);
      child.kill('SIGTERM');
      await gone;
    },
  };
}
