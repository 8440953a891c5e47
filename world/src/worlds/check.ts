/** `npm run worlds`: builds the places of the published reports, each on a server of its own, and compares every count. */
import { isDeepStrictEqual } from 'node:util';
import { countWorld, type WorldName, worlds } from './index.ts';
import { published } from './published.ts';

let passed = 0;
let failed = 0;
const asked = process.argv.slice(2);
for (const name of Object.keys(worlds) as WorldName[]) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const begun = performance.now();
  const counted = await countWorld(name, { say: (line) => console.log(`${name}: ${line}`) });
  for (const [key, said] of Object.entries(published[name])) {
    const same = isDeepStrictEqual(counted[key], said);
    if (same) passed += 1;
    else failed += 1;
    console.log(
      `${same ? 'ok  ' : 'FAIL'} ${name}.${key}: ${JSON.stringify(counted[key])}${same ? '' : `, published ${JSON.stringify(said)}`}`,
    );
  }
  console.log(`${name}: ${((performance.now() - begun) / 1000).toFixed(0)} s`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
