/** What a province takes (500,000 grids, 1.5 million cases a day) by the measured costs; `check [cases]` measures them and tries them at 1/100. */
import { hundredth, province } from './growth/costs.ts';
import { putHundredth } from './growth/hundredth.ts';
import { costs as known } from './growth/known.ts';
import { measureCosts } from './growth/measure.ts';
import { needOf } from './growth/model.ts';
import { matters } from './grown/templates.ts';
import { grid } from '../world/src/demonstration/index.ts';
import { load, machine } from './stage/machine.ts';
import { rounded } from './stage/numbers.ts';
import { deskAt, onStage } from './stage/stage.ts';

/** How far the measured may be from what was foretold. */
const bar = 0.25;
const total = (of: Readonly<Record<string, number>>): number => Object.values(of).reduce((sum, one) => sum + one, 0);

function sayNeed(): void {
  const all = needOf(province, known);
  const tera = (bytes: number): string => `${(bytes / 1e12).toFixed(2)} TB`;
  const giga = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;
  const lines: readonly (readonly [string, string])[] = [
    ['cases a second in the busiest hour', all.busiestCasesASecond.toFixed(0)],
    ['rows kept a day', `${(all.rowsADay / 1e6).toFixed(0)} million`],
    ['bytes kept a day', giga(all.bytesADay)],
    ['bytes that stand of what is forgotten again', giga(all.passingBytes)],
    [`bytes in working tables after ${province.years} years`, tera(all.bytesKept)],
    [`rows after ${province.years} years`, `${(all.rowsKept / 1e9).toFixed(0)} thousand million`],
    ['cores of the program in the busiest hour', all.programCores.toFixed(1)],
    ['cores of the database in the busiest hour', all.databaseCores.toFixed(1)],
    [`machines of ${province.cores} cores for the program`, String(all.programMachines)],
    ['machines for the database by processors', String(all.machinesForCpu)],
    ['machines for the database by disk', String(all.machinesForDisk)],
    ['connections', String(all.connections)],
    ['live messages a second for every process', all.messagesASecond.toFixed(0)],
    [
      'rows of one month',
      `${(all.largestPartitionRows / 1e9).toFixed(1)} thousand million in ${all.partitions} months`,
    ],
    ['cases of the largest county', `${(all.largestCountyCases / 1e6).toFixed(1)} million`],
  ];
  for (const [name, value] of lines) console.log(`${name.padEnd(52)} ${value}`);
  console.log(
    JSON.stringify({
      figure: 'machines for the database of a province',
      value: all.databaseMachines,
      bytesADay: Math.round(all.bytesADay),
      programCores: rounded(all.programCores, 1),
      databaseCores: rounded(all.databaseCores, 1),
    }),
  );
}

/** Measures a case on one grid, foretells a day of 5,000 grids by it, plays that day as fast as it goes, and compares. */
async function check(cases: number): Promise<void> {
  await onStage(async (stage) => {
    const names = ['admin', 'jia', 'yi', ...new Set(matters.map(([, , body]) => body))];
    const desk = await deskAt(stage.server.url, stage.password, names);
    console.log(await machine(stage.db));
    const few = Math.max(25, Math.round(cases / 10));
    await measureCosts(stage, desk, [grid], few, 'warm');
    const one = await measureCosts(stage, desk, [grid], few, 'one');
    console.log(`a case, of ${few} on one grid: ${JSON.stringify(one)}; ${load()}`);
    const grids = await putHundredth(desk);
    const many = await measureCosts(stage, desk, grids, cases, 'many');
    console.log(`a case, of ${cases} on ${grids.length} grids: ${JSON.stringify(many)}; ${load()}`);
    const [foretold, played] = [needOf(hundredth, one), needOf(hundredth, many)];
    const parts = {
      bytes: played.bytesADay / foretold.bytesADay,
      rows: played.rowsADay / foretold.rowsADay,
      program: played.programCores / foretold.programCores,
      database: played.databaseCores / foretold.databaseCores,
    };
    const furthest = Math.max(...Object.values(parts).map((part) => Math.abs(part - 1)));
    const reached = furthest <= bar;
    console.log(
      JSON.stringify({
        figure: 'a day at 1/100: measured / foretold, furthest from 1',
        value: rounded(furthest, 3),
        bar,
        parts: Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, rounded(part, 3)])),
        cases,
        ofDay: rounded(cases / hundredth.casesADay, 3),
        seconds: rounded(many.seconds),
        bytesACase: total(many.bytes),
        verdict: reached ? 'reached' : 'missed',
      }),
    );
    process.exitCode = reached ? 0 : 1;
  });
}

const [what, given] = process.argv.slice(2);
if (what === 'check') await check(Number(given ?? hundredth.casesADay));
else sayNeed();
