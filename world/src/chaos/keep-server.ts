import { setTimeout as wait } from 'node:timers/promises';
import { entry, type Launched, launchServer } from '../own-server.ts';

/** A server process that is started again whenever it ended, as the machine's service manager does. */
export interface KeptServer {
  readonly url: string;
  /** Ends the process at once (SIGKILL); the next one is started right after. */
  kill(): Promise<void>;
  /** Waits until it answers that it is ready. @throws Error with what it said */
  ready(): Promise<void>;
  /** Ends the process at once and starts no other until `resume`. */
  rest(): Promise<void>;
  /** `program`: of another version from now on. */
  resume(program?: string): void;
  /** Of the present process. */
  readonly pid: () => number | undefined;
  /** What the present process wrote so far. */
  readonly said: () => string;
  /** Every end that nobody brought about, of a process that had been ready: it should have held out. */
  readonly gaveUp: readonly string[];
  /** Asks it to stop and starts no other. @throws Error where it does not stop well */
  stop(): Promise<void>;
}

/** As in the unit of docs/operations.md. */
const restartMs = 500;
/** A starved machine takes long to read the program. */
const patienceMs = 600_000;

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
  return answer?.status === 200;
}

export function keepServer(
  dataDir: string,
  settings: Readonly<Record<string, string>>,
  port: number,
  firstProgram: string = entry,
): KeptServer {
  let program = firstProgram;
  const gaveUp: string[] = [];
  let wanted = true;
  let expected = false;
  let wasReady = false;
  let current: Launched = launch();

  function launch(): Launched {
    wasReady = false;
    expected = false;
    const launched = launchServer(dataDir, settings, port, program);
    void launched.gone.then(async () => {
      if (!expected && wasReady) gaveUp.push(launched.said().slice(-2_000));
      if (!expected) await wait(restartMs);
      if (wanted && current === launched) current = launch();
    });
    return launched;
  }

  async function end(signal: NodeJS.Signals): Promise<Launched> {
    const ending = current;
    expected = true;
    ending.child.kill(signal);
    await ending.gone;
    return ending;
  }

  return {
    url: `http://127.0.0.1:${port}`,
    gaveUp,
    said: () => current.said(),
    pid: () => current.child.pid,
    kill: async () => void (await end('SIGKILL')),
    ready: async () => {
      for (const begun = performance.now(); performance.now() - begun < patienceMs; await wait(100)) {
        if (!(await isReady(current.url))) continue;
        wasReady = true;
        return;
      }
      throw new Error(`the server was not ready in ${patienceMs / 1000} s:\n${current.said().slice(-4_000)}`);
    },
    rest: async () => {
      wanted = false;
      await end('SIGKILL');
    },
    resume: (next = program) => {
      program = next;
      wanted = true;
      current = launch();
    },
    stop: async () => {
      wanted = false;
      const { child, said } = await end('SIGTERM');
      if (child.exitCode !== 0) throw new Error(`a server ended with ${child.exitCode ?? child.signalCode}: ${said()}`);
    },
  };
}
