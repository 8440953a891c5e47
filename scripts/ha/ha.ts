/**
 * Kills the leader of a pair of PostgreSQL nodes while reports and commands come in, and checks that nothing
 * acknowledged is lost and that the servers go on by themselves:
 *
 *   npm run ha -- [--kills N] [--filers N] [--port P]
 *
 * Needs Debian's postgresql, patroni, etcd-server and haproxy.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openRun } from '../../world/src/chaos/index.ts';
import { startPair } from './pair.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '3' },
    filers: { type: 'string', default: '4' },
    port: { type: 'string' },
  },
});
const begun = performance.now();
const say = (line: string) => console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}`);

const pair = await startPair();
try {
  say(`two nodes in step behind port ${pair.port}`);
  const settingsAt = (port: number) => {
    const url = new URL(pair.url);
    url.port = String(port);
    return { DATABASE_URL: url.href };
  };
  const never = () => Promise.reject(new Error('Patroni starts and ends the nodes'));
  const first = values.port === undefined ? undefined : Number(values.port);
  const { stage, load, end, look } = await openRun({
    filers: Number(values.filers),
    ...(first !== undefined && { ports: [first, first + 1] }),
    database: { port: pair.port, settingsAt, crash: never, start: never },
  });
  const wrong: string[] = [];
  try {
    const pids = stage.servers.map(({ pid }) => pid());
    const done = () => load.reports.length + load.commands.length;
    const more = async (count: number) => {
      for (const enough = done() + count; done() < enough; await wait(20)) load.check();
    };
    for (let kill = 1; kill <= Number(values.kills); kill += 1) {
      await more(20);
      const before = done();
      const at = performance.now();
      const name = await pair.killLeader();
      // What was under way when it died may still be answered; then comes the silence.
      let last = at;
      let longest = 0;
      for (let count = before; count < before + 20; await wait(10)) {
        load.check();
        if (done() === count) continue;
        count = done();
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
      }
      say(`kill ${kill}: ${name}; nothing was answered for ${(longest / 1000).toFixed(1)} s`);
      await pair.revive(name);
      say(`${name} follows again`);
    }
    await load.pause();
    const found = await look();
    wrong.push(...found.wrong);
    stage.servers.forEach(({ pid }, index) => {
      if (pid() !== pids[index]) wrong.push(`server ${index + 1} was started again`);
    });
    say(`${load.reports.length} reports, ${load.commands.length} commands acknowledged; ${found.audited}`);
  } finally {
    await end();
  }
  for (const one of wrong) console.log(one);
  console.log(`${values.kills} leaders killed, ${wrong.length} wrong`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  await pair.stop();
}
