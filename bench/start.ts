/** First answer after `npm start` on the filled demonstration folder: from the command to the first page served. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, newFolder } from '../world/src/own-server.ts';

const rounds = Number(process.argv[2] ?? 5);
const bar = 3;
const folder = newFolder();

function start(port: number): ChildProcess {
  return spawn('npm', ['start'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: folder.path, LOG_LEVEL: 'warn' },
    stdio: 'ignore',
    detached: true,
  });
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  // npm and the server stand in one group, as in a terminal where somebody presses Ctrl-C.
  process.kill(-(child.pid ?? 0), 'SIGINT');
  await gone;
}

/** Seconds until the residents' page answers 200. */
async function untilServed(port: number, patience: number): Promise<number> {
  const begun = performance.now();
  while (performance.now() - begun < patience * 1000) {
    const answer = await fetch(`http://127.0.0.1:${port}/r`).catch(() => undefined);
    if (answer?.status === 200) return (performance.now() - begun) / 1000;
    await wait(10);
  }
  throw new Error(`no page after ${patience} s`);
}

try {
  const first = await freePort();
  const filling = start(first);
  await untilServed(first, 300);
  while (!existsSync(join(folder.path, 'demo-accounts.json'))) await wait(200);
  await stop(filling);
  console.log(
    `${availableParallelism()} cores ${cpus()[0]?.model ?? ''}, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)}`,
  );
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const port = await freePort();
    const child = start(port);
    times.push(await untilServed(port, 60));
    await stop(child);
    console.log(`start ${round + 1}: ${times.at(-1)?.toFixed(2)} s`);
  }
  const value = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  console.log(
    JSON.stringify({
      figure: 'first answer after start, seconds',
      value: Number(value.toFixed(2)),
      bar,
      verdict: value < bar ? 'reached' : 'missed',
    }),
  );
  process.exitCode = value < bar ? 0 : 1;
} finally {
  folder.remove();
}
