/** Memory of the program over an hour (or the minutes given) of steady mixed load on PostgreSQL: does what it holds grow? */
import { setTimeout as wait } from 'node:timers/promises';
import { caseRoutes } from '@gezhi/contract/cases/index';
import { insightRoutes } from '@gezhi/contract/insight/index';
import { openClient } from '../world/src/client.ts';
import { grid } from '../world/src/demonstration/index.ts';
import { file, get, giveSteps, leadOf, matters, steps } from './grown/templates.ts';
import { listen, sessionOf } from './live/listen.ts';
import { type Kept, openHeap } from './memory/heap.ts';
import { load, machine } from './stage/machine.ts';
import { median, rounded } from './stage/numbers.ts';
import { deskAt, onStage } from './stage/stage.ts';

const minutes = Number(process.argv[2] ?? 60);
const aSecond = Number(process.argv[3] ?? 2);
/** Of the median of the last quarter, to that of the second: the first is warming up. */
const bar = 1.1;

await onStage(
  async ({ server, db, password }) => {
    const { url } = server;
    const desk = await deskAt(url, password, ['jia', 'yi', ...new Set(matters.map(([, , body]) => body))]);
    const resident = openClient(url);
    const jia = get(desk, 'jia');
    const session = await sessionOf(url, 'jia', password);
    let calls = 0;
    let failed = 0;
    /** A matter's whole way, with what the desk and residents read meanwhile: about twenty calls. */
    const matter = async (number: number): Promise<void> => {
      const one = matters[number % matters.length] ?? matters[0];
      const filed = await file(resident, one, `${number}号楼`, `memory-${process.pid}-${number}`);
      const { routing } = await jia.call(caseRoutes.get, { params: { id: filed.id } });
      await giveSteps(desk, filed.id, one[2], leadOf(routing), number % 3 === 0 ? steps.length : number % 4);
      await jia.call(caseRoutes.list, { query: { open: 'true', sort: 'due' } });
      await jia.call(caseRoutes.list, { query: { q: one[0].slice(0, 4), sort: 'newest' } });
      await resident.call(caseRoutes.follow, { params: { code: filed.followCode } });
      await resident.call(caseRoutes.publicMap, { query: {} });
      await (await fetch(`${url}/r/${grid}`)).text();
      await jia.call(caseRoutes.history, { params: { id: filed.id } });
      if (number % 20 === 0) await jia.call(insightRoutes.figures, { query: {} });
      // A desk that comes and goes.
      (await listen(url, session, () => undefined)).close();
      calls += 16;
    };
    const heap = await openHeap(server.said());
    console.log(await machine(db));
    console.log(`${minutes} min, a matter with its reading begun ${aSecond} times a second, at most 8 at once`);
    const until = performance.now() + minutes * 60_000;
    const going = new Set<Promise<void>>();
    let number = 0;
    const bring = async (): Promise<void> => {
      while (performance.now() < until) {
        await wait(1000 / aSecond);
        if (going.size >= 8) continue;
        number += 1;
        const one: Promise<void> = matter(number)
          .catch((error: unknown) => {
            failed += 1;
            if (failed < 4) console.log(String(error));
          })
          .finally(() => going.delete(one));
        going.add(one);
      }
    };
    const bringing = bring();
    const samples: Kept[] = [];
    while (performance.now() < until) {
      await wait(Math.min(60_000, Math.max(0, until - performance.now())));
      const now = await heap.kept();
      samples.push(now);
      console.log(
        `minute ${samples.length}: RSS ${now.rss.toFixed(0)} MB, heap ${now.heap.toFixed(1)} MB, outside ${now.outside.toFixed(1)} MB; ${number} matters, ${calls} calls, ${failed} failed; ${load()}`,
      );
    }
    await bringing;
    await Promise.all(going);
    heap.close();
    const quarter = (which: number) =>
      samples.slice(Math.floor((samples.length * which) / 4), Math.floor((samples.length * (which + 1)) / 4));
    const of = (which: number, part: keyof Kept) => median(quarter(which).map((one) => one[part]));
    const value = of(3, 'heap') / of(1, 'heap');
    const reached = value <= bar;
    console.log(
      JSON.stringify({
        figure: 'heap after collection, last quarter / second quarter',
        value: rounded(value, 3),
        bar,
        minutes: samples.length,
        matters: number,
        calls,
        failed,
        heapMb: [1, 2, 3].map((which) => rounded(of(which, 'heap'), 1)),
        rssMb: [1, 2, 3].map((which) => rounded(of(which, 'rss'))),
        verdict: reached ? 'reached' : 'missed',
      }),
    );
    process.exitCode = reached ? 0 : 1;
  },
  { NODE_OPTIONS: '--inspect=127.0.0.1:0' },
);
