/** What the desk reads (lists, search, maps, a case) with 10 thousand and a million cases in PostgreSQL (or the sizes given). */
import { onGrounds } from './grown/grounds.ts';
import { measureReads } from './grown/reads.ts';
import { machine } from './stage/machine.ts';

const sizes = process.argv.slice(2).map(Number);

await onGrounds(sizes.length > 0 ? sizes : [10_000, 1_000_000], async (grounds) => {
  console.log(await machine(grounds[0]?.db));
  process.exitCode = (await measureReads(grounds, 60)) ? 0 : 1;
});
