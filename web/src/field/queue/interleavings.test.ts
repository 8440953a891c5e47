import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drain } from './drain.ts';
import type { Item, Outcome } from './item.ts';
import { orphaned, orphanedMs, resend } from './machine.ts';
import { itemFor, memoryStore } from './testing.ts';

/** What the line does to one try. */
const weathers = ['well', 'requestLost', 'answerLost', 'doubled', 'arrivesLater', 'killed', 'serverFails'] as const;
type Weather = (typeof weathers)[number];

/** A server as ours: the same key is done once, a command only on the version it names. */
function server() {
  const known = new Map<string, Outcome>();
  const versions = new Map<string, number>();
  const done: string[] = [];
  const versionOf = (id: string) => versions.get(id) ?? 1;
  return {
    done,
    versionOf,
    somebodyElse: (id: string) => versions.set(id, versionOf(id) + 1),
    ask: ({ key, id, work }: Item): Outcome => {
      const replay = known.get(key);
      if (replay !== undefined) return replay;
      if (work.kind === 'command' && work.version !== versionOf(work.caseId)) {
        return { kind: 'refused', reason: { status: 412, code: 'http.stale', title: 'stale' } };
      }
      done.push(id);
      const about = work.kind === 'command' ? work.caseId : id;
      if (work.kind === 'command') versions.set(about, versionOf(about) + 1);
      const arrived = { caseId: about, number: id, ...(work.kind === 'command' && { version: versionOf(about) }) };
      const answer: Outcome = { kind: 'sent', arrived };
      known.set(key, answer);
      return answer;
    },
  };
}

interface Run {
  readonly kinds: readonly ('report' | 'a' | 'b')[];
  readonly weather: readonly Weather[];
  readonly others: readonly number[];
  readonly tabs: number;
}

const runs: fc.Arbitrary<Run> = fc.record({
  kinds: fc.array(fc.constantFrom('report', 'a', 'b'), { minLength: 1, maxLength: 8 }),
  weather: fc.array(fc.constantFrom(...weathers), { maxLength: 40 }),
  others: fc.array(fc.nat(20), { maxLength: 3 }),
  tabs: fc.integer({ min: 1, max: 3 }),
});

async function play({ kinds, weather, others, tabs }: Run) {
  const items = kinds.map((kind, seq) =>
    kind === 'report' ? itemFor(seq) : itemFor(seq, {}, { caseId: kind, version: 1 }),
  );
  const store = memoryStore(items);
  const there = server();
  const late: Item[] = [];
  let clock = 0;
  let tries = 0;
  const asked: string[] = [];

  const deliver = async (item: Item): Promise<Outcome> => {
    const now: Weather = weather[tries] ?? 'well';
    if (others.includes(tries)) there.somebodyElse('a');
    tries += 1;
    asked.push(item.id);
    await Promise.resolve();
    switch (now) {
      case 'well':
        return there.ask(item);
      case 'requestLost':
        return { kind: 'lost', may: true };
      case 'answerLost':
        there.ask(item);
        return { kind: 'lost', may: true };
      case 'doubled':
        there.ask(item);
        return there.ask(item);
      case 'arrivesLater':
        late.push(item);
        return { kind: 'lost', may: true };
      case 'killed':
        late.push(item);
        return new Promise(() => {});
      case 'serverFails':
        return { kind: 'fault', reason: { status: 503, code: 'http.unavailable', title: 'away' } };
    }
  };
  for (let round = 0; round < 400; round += 1) {
    // Tabs start together; one that is killed never ends, so nobody waits for it.
    const ends = Array.from({ length: tabs }, () => drain({ store, deliver, owner: 'me', now: () => clock }));
    await Promise.race([Promise.all(ends), new Promise((next) => setTimeout(next, 0))]);
    const copy = late.shift();
    if (copy !== undefined) there.ask(copy);
    clock += 60_000;
    if (store.all().some(({ state }) => state.name === 'sending')) clock += orphanedMs;
    await store.change((all) => ({ put: orphaned(all, clock, false), result: undefined }));
    // What was refused the person looks at and sends again; sooner or later nobody comes between.
    await store.change((all) => ({
      put: all.flatMap((item) =>
        item.state.name !== 'refused'
          ? []
          : [resend(item, item.work.kind === 'command' ? there.versionOf(item.work.caseId) : undefined)],
      ),
      result: undefined,
    }));
    if (store.all().every(({ state }) => state.name === 'sent')) break;
  }
  for (const copy of late) there.ask(copy);
  return { items: store.all(), done: there.done, asked };
}

it('sends each exactly once and in order, whatever is lost, doubled, late or killed', async () => {
  await fc.assert(
    fc.asyncProperty(runs, async (run) => {
      const { items, done } = await play(run);
      expect(items.map(({ state }) => state.name)).toEqual(run.kinds.map(() => 'sent'));
      expect(done.toSorted()).toEqual(items.map(({ id }) => id).toSorted());
      // What is about the same case is done in the order of taking; reports among themselves too, unless one was put
      // to the person and stepped aside, which only a failing server does.
      const order = (group: string) => items.filter((_, at) => run.kinds[at] === group).map(({ id }) => id);
      const groups = run.weather.includes('serverFails') ? ['a', 'b'] : ['report', 'a', 'b'];
      for (const group of groups) {
        const ids = order(group);
        expect(done.filter((id) => ids.includes(id))).toEqual(ids);
      }
    }),
    { numRuns: 300 },
  );
});

it('tells each item what the server made of it', async () => {
  const { items } = await play({ kinds: ['report', 'a'], weather: ['answerLost'], others: [], tabs: 2 });
  expect(items.map(({ state }) => (state.name === 'sent' ? state.arrived.number : ''))).toEqual(['item-0', 'item-1']);
});
