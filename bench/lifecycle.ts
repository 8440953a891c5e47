/** Whole lifecycles of cases a second over HTTP with few and many cases in PostgreSQL (sizes as arguments; `reads` measures those too). */
import { onGrounds } from './grown/grounds.ts';
import { measureLifecycle } from './grown/lifecycle.ts';
import { measureReads } from './grown/reads.ts';
import { machine } from './stage/machine.ts';

const given = process.argv.slice(2);
const sizes = given.map(Number).filter((size) => size > 0);
// The smallest of several is what the others are held against.
const measured = sizes.length > 1 ? sizes.toSorted((a, b) => a - b) : [1_000, ...sizes, ...(sizes.length === 0 ? [100_000] : [])];

await onGrounds([...new Set(measured)], async (grounds) => {
  console.log(await machine(grounds[0]?.db));
  // First what is read, from a stock that nobody has added to.
  const read = !given.includes('reads') || (await measureReads(grounds, 60));
  const flat = await measureLifecycle(grounds, 5);
  process.exitCode = flat && read ? 0 : 1;
});
