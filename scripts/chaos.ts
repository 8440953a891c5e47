/**
 * Breaks servers, databases, lines, disks and clocks while reports and commands come in, and checks that nothing
 * acknowledged is lost or done twice:
 *
 *   npm run chaos -- [--rounds N] [--kills N in each round] [--seed S] [--on pglite|postgres] [--filers N] [--port P]
 *
 * On PostgreSQL it starts one of its own (see scripts/postgres-cluster.ts) and two servers on it. The folder of pictures
 * is put on a small disk where root runs it.
 */
import { parseArgs } from 'node:util';
import { runChaos } from '../world/src/chaos/index.ts';
import { openFragileDatabase } from './fragile-database.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '4' },
    kills: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    on: { type: 'string', default: 'pglite' },
    filers: { type: 'string', default: '4' },
    port: { type: 'string' },
  },
});
if (values.on !== 'pglite' && values.on !== 'postgres') throw new Error('--on takes pglite or postgres');

console.log(`seed ${values.seed} on ${values.on}`);
const begun = performance.now();
const opened = values.on === 'postgres' ? await openFragileDatabase() : undefined;
try {
  const first = values.port === undefined ? undefined : Number(values.port);
  const result = await runChaos({
    rounds: Number(values.rounds),
    kills: Number(values.kills),
    seed: Number(values.seed),
    filers: Number(values.filers),
    ...(first !== undefined && { ports: [first, first + 1] }),
    ...(opened && { database: opened.database }),
    say: (line) => console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}`),
  });
  for (const [what, found] of Object.entries(result)) console.log(`${what.padEnd(11)} ${JSON.stringify(found)}`);
  if (!result.diskFilled) console.log('the disk was never full: only root may mount a small one');
  console.log(
    `${result.kills} kills in ${((performance.now() - begun) / 60_000).toFixed(1)} min, ${result.wrong.length} wrong`,
  );
  process.exitCode = result.wrong.length === 0 ? 0 : 1;
} finally {
  await opened?.stop();
}
