/** Figures of a community and of a county with a million cases in PostgreSQL (or the sizes given). */
import { onGrounds } from './grown/grounds.ts';
import { measureFigures } from './grown/reads.ts';
import { machine } from './stage/machine.ts';

const sizes = process.argv.slice(2).map(Number);

await onGrounds(sizes.length > 0 ? sizes : [10_000, 1_000_000], async (grounds) => {
  console.log(await machine(grounds[0]?.db));
  process.exitCode = (await measureFigures(grounds, 60)) ? 0 : 1;
});
