import { type Config, readConfig, WrongSettings } from './config/index.ts';
import { FolderInUse, OtherKeys } from './database/index.ts';
import { WrongKey } from './keys/index.ts';
import { openLog } from './log/log.ts';
import { openDeps } from './open-deps.ts';
import type { Running } from './start.ts';

/** A stop that takes longer is cut short: somebody waits for the machine. */
const patienceMs = 15_000;

/** What went wrong, in one line where it is for the reader to put right. */
function explain(error: unknown): string {
  if (
    error instanceof WrongSettings ||
    error instanceof FolderInUse ||
    error instanceof OtherKeys ||
    error instanceof WrongKey
  )
    return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return 'the port is in use; set PORT to another';
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function stopOn(signal: NodeJS.Signals, running: Running): void {
  process.once(signal, () => {
    setTimeout(() => process.exit(1), patienceMs).unref();
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${explain(error)}\n`);
        process.exit(1);
      },
    );
  });
}

/** Runs the server until it is told to stop. `listening` is called once it answers. */
export async function run(
  env: NodeJS.ProcessEnv,
  listening: (running: Running, config: Config) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  try {
    const config = readConfig(env);
    const log = openLog(config.logLevel);
    // The database opens while the rest of the program is being read: the first answer comes a second earlier.
    const [base, { startServer }] = await Promise.all([openDeps(config, log), import('./start.ts')]);
    const running = await startServer(base);
    stopOn('SIGTERM', running);
    stopOn('SIGINT', running);
    await listening(running, config);
  } catch (error) {
    process.stderr.write(`gezhi: ${explain(error)}\n`);
    process.exit(1);
  }
}
