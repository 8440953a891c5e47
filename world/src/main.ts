/**
 * `npm run world`: a day in 荷城社区 on a server of its own, which is filled, checked, stopped and cleared away.
 *
 *   npm run world -- day [--cases N] [--seed S] [--date 2026-11-20]
 *   npm run world -- week                 the week of the design, compared with what is written of it
 *   npm run world -- <guigang|kaiyuan|suichuan> [--counts]
 *                                         a place of the published reports, built through the API and left running;
 *                                         with --counts counted through the API: JSON
 *
 * Day and week go through the public API only. With DATABASE_URL (an empty database) their server stands on PostgreSQL
 * or Citus. `--url` and `--accounts` (demo-accounts.json) name a running demonstration instead: one with a clock that
 * can be set, and for the week one without matters of its own (`DEMO_SCENE=0 GEZHI_CLOCK=settable npm start`).
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { liveDay, summaryOf } from './day/index.ts';
import { type DemoAccount, grid } from './demonstration/index.ts';
import { buildHecheng, type BuiltPlace, partOfPlace } from './hecheng/index.ts';
import { onOwnDemonstration, type OwnDemonstration } from './own-demonstration.ts';
import { countWorld, isWorldName, onWorld, type WorldName, worlds } from './worlds/index.ts';
import type { OnCounties } from './worlds/on-counties.ts';
import { liveWeek, tableOf } from './week/live/index.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string' },
    accounts: { type: 'string', default: './data/demo-accounts.json' },
    cases: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    date: { type: 'string', default: '2026-11-20' },
    counts: { type: 'boolean', default: false },
  },
});
/** A server of the day's own keeps its rows where `npm start` would. */
const settings = Object.fromEntries(
  ['DATABASE_URL', 'DATABASE_APP_URL'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  }),
);
const say = (line: string): void => console.log(line);

/** Where the work goes on: the demonstration named, or one made for it with a place. */
async function somewhere<Result>(place: BuiltPlace, work: (on: OwnDemonstration) => Promise<Result>): Promise<Result> {
  if (values.url === undefined) {
    const { result, audited } = await onOwnDemonstration(place, work, { settings, say });
    say(`gezhi audit verify: ${audited}`);
    return result;
  }
  const accounts = JSON.parse(readFileSync(values.accounts, 'utf8')) as DemoAccount[];
  return work({ url: values.url, password: accounts[0]?.password ?? '' });
}

async function week(): Promise<boolean> {
  const findings = await somewhere(partOfPlace(buildHecheng(), grid), ({ url, password }) => liveWeek(url, password));
  for (const line of tableOf(findings)) say(line);
  const differing = findings.filter(({ same }) => !same).length;
  say(`${findings.length - differing} as written, ${differing} not`);
  return differing === 0;
}

async function day(): Promise<boolean> {
  const plan = { cases: Number(values.cases), seed: Number(values.seed), date: values.date, say };
  const result = await somewhere(buildHecheng(), ({ url, password }) => liveDay(url, password, plan));
  for (const line of summaryOf(result)) say(line);
  return result.wrong.length + result.broken.length === 0;
}

/** Leaves the world running until somebody ends it. */
async function show(name: WorldName): Promise<boolean> {
  const stay = async ({ url, password, admins }: OnCounties): Promise<void> => {
    for (const county of admins.keys()) say(`${url}/desk   admin-${county}   ${password}`);
    say('Ctrl-C ends it and clears it away');
    await once(process, 'SIGINT');
  };
  await onWorld(name, stay, { say });
  return true;
}

/** Only the JSON goes to standard output. */
async function counts(name: WorldName): Promise<boolean> {
  const counted = await countWorld(name, { say: (line) => console.error(line) });
  say(JSON.stringify(counted, null, 2));
  return true;
}

const runs: Readonly<Record<string, () => Promise<boolean>>> = { day, week };
const asked = positionals[0] ?? 'day';
const run = isWorldName(asked) ? () => (values.counts ? counts(asked) : show(asked)) : runs[asked];
if (run) process.exitCode = (await run()) ? 0 : 1;
else {
  console.error(`there is no "${asked}": say ${[...Object.keys(runs), ...Object.keys(worlds)].join(', ')}`);
  process.exitCode = 2;
}
