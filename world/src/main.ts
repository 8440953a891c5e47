/**
 * `npm run world`: a day in 荷城社区 on a server of its own. `npm run world -- week`: the week of the design.
 * Both go through the public API only; `--url` and `--accounts` name a running demonstration instead, one without
 * matters of its own and with a clock that can be set (DEMO_SCENE=0 GEZHI_CLOCK=settable npm start).
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { DemoAccount } from './demonstration/index.ts';
import { buildHecheng, partOfPlace } from './hecheng/index.ts';
import { onOwnDemonstration, type OwnDemonstration } from './own-demonstration.ts';
import { liveWeek, tableOf } from './week/live/index.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string' },
    accounts: { type: 'string', default: './data/demo-accounts.json' },
    cases: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
  },
});
const say = (line: string): void => console.log(line);

/** Where the work goes on: the demonstration named, or one made for it. */
async function somewhere<Result>(work: (on: OwnDemonstration) => Promise<Result>): Promise<Result> {
  if (values.url === undefined) {
    const grid = '450802001013001';
    const { result, audited } = await onOwnDemonstration(partOfPlace(buildHecheng(), grid), work, { say });
    say(`gezhi audit verify: ${audited}`);
    return result;
  }
  const accounts = JSON.parse(readFileSync(values.accounts, 'utf8')) as DemoAccount[];
  return work({ url: values.url, password: accounts[0]?.password ?? '' });
}

async function week(): Promise<boolean> {
  const findings = await somewhere(({ url, password }) => liveWeek(url, password));
  for (const line of tableOf(findings)) say(line);
  const differing = findings.filter(({ same }) => !same).length;
  say(`${findings.length - differing} as written, ${differing} not`);
  return differing === 0;
}

const [what = 'day'] = positionals;
if (what === 'week') process.exitCode = (await week()) ? 0 : 1;
else {
  console.error(`there is no "${what}": say day or week`);
  process.exitCode = 2;
}
