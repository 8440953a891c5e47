/** Whole lifecycles of cases a second over HTTP with few and many cases in PostgreSQL (sizes as arguments; `reads` and `figures` measure those too). */
import { onGrounds } from './grown/grounds.ts';
import { measureLifecycle } from './grown/lifecycle.ts';
import { measureFigures, measureReads } from './grown/reads.ts';
import { machine } from './stage/machine.ts';

const given = process.argv.slice(2);
const sizes = given.map(Number).filter((size) => size > 0);
const [largest = 100_000] = sizes;
// The smallest is what the others are held against.
const measured = sizes.length > 1 ? sizes : [1_000, largest];

await onGrounds(
  [...new Set(measured)].toSorted((a, b) => a - b),
  async (grounds) => {
    console.log(await machine(grounds[0]?.db));
    // First what is read, from a stock that nobody has added to.
    const reached = [
      !given.includes('reads') || (await measureReads(grounds, 60)),
      !given.includes('figures') || (await measureFigures(grounds, 60)),
      await measureLifecycle(grounds, 5),
    ];
    process.exitCode = reached.every(Boolean) ? 0 : 1;
  },
);
