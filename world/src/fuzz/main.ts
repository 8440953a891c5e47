/**
 * `npm run fuzz -- [calls] [seed] [--from <data folder>]`: calls every route of the contract with what its schema takes and what it does not, as
 * everybody and as nobody, on a server of its own with the demonstration. Exit status 1 where an answer was a failure of
 * the server, did not come in time, was a refusal without its problem document, or left a chain that does not verify.
 */
import { parseArgs } from 'node:util';
import { fuzz } from './index.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { from: { type: 'string' } } });
const [calls = 100_000, seed = Date.now() % 1_000_000_000] = positionals.map(Number);
const found = await fuzz({ calls, seed, from: values.from, say: (line) => console.log(line) });

const kinds = Map.groupBy(
  found.faults,
  ({ route, what }) => `${route}: ${what.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…').slice(0, 120)}`,
);
for (const [kind, faults] of kinds) {
  const [first] = faults;
  console.log(
    `\n${faults.length} × ${kind}\n  call ${first?.number} as ${first?.who}: ${first?.call}\n  ${first?.what}`,
  );
}
for (const text of [...new Set(found.logged)].slice(0, 40)) console.log(`log: ${text.slice(0, 1_500)}`);
console.log(`\nanswers ${JSON.stringify(found.statuses)}; slowest ${found.slowestMs} ms`);
console.log(`never called: ${found.uncalled.join(', ') || 'none'}`);
console.log(`never answered with success: ${found.neverWell.join(', ') || 'none'}`);
const broken = found.audited.filter((said) => !said.endsWith(' 0 broken'));
console.log(
  `${found.calls} calls from seed ${seed}: ${found.faults.length} faults, ${broken.length} rounds with broken chains`,
);
process.exitCode = found.faults.length + broken.length === 0 ? 0 : 1;
