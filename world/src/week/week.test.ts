import { createHash } from 'node:crypto';
import {
  type Case,
  type CaseEvent,
  currentClock,
  defaultRates,
  factsOf,
  fold,
  genesis,
  lightOf,
  linkOf,
  percentOf,
  rateOf,
  verifyChain,
} from '@gezhi/domain/cases/index';
import { describe, expect, it } from 'vitest';
import { desks, rules } from './county.ts';
import { expectedMatters, expectedOrders, expectedRates } from './expected.ts';
import { replayWeek, type Told } from './replay.ts';
import { weekEnd } from './script.ts';
import { matterNames, type MatterName, weekInstant } from './step.ts';

const end = weekInstant(weekEnd);
const week = replayWeek();

function told(name: string, of = week): Told {
  const found = of.matters.get(name);
  if (!found) throw new Error(`no matter ${name}`);
  return found;
}
const caseOf = (name: MatterName): Case => told(name).case;
const eventsOf = <Type extends CaseEvent['type']>(type: Type) =>
  [...week.matters.values()].flatMap(({ events }) => events.filter((event) => event.type === type)) as Extract<
    CaseEvent,
    { type: Type }
  >[];

/** An instant as a local minute of 2026. */
const local = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at + 8 * 3_600_000).toISOString().slice(5, 16);

const facts = () => matterNames.map((name) => factsOf(caseOf(name)));

it('every step of the week is taken, but for the report from another province', () => {
  expect(week.refused.map(({ step, code }) => [step.at, step.who, code])).toEqual([
    ['11-20T15:45', 'passer-by', 'noDesk'],
  ]);
  expect([...week.matters.keys()].toSorted()).toEqual([...matterNames].toSorted());
});

describe.each(matterNames)('matter %s on Monday at 18:00', (name) => {
  const expected = expectedMatters[name];
  const found = caseOf(name);

  it(`is ${expected.state} with the light ${expected.light}`, () => {
    expect(found.state).toBe(expected.state);
    expect(lightOf(found, rules.light, rules.calendar, end).light).toBe(expected.light);
    expect(found.level).toBe(expected.level ?? 'community');
    expect(local(currentClock(found)?.dueAt)).toBe(expected.due);
  });

  it('its clocks end as written', () => {
    const due = Object.fromEntries(found.clocks.map((clock) => [clock.id, local(clock.dueAt)]));
    expect(due).toMatchObject(expected.clocks);
    const late = found.clocks.filter((clock) => clock.outcome === 'late' || clock.endedFor === clock.dueAt);
    expect(late.map(({ id }) => id).filter((id) => id !== 'resume.1')).toEqual(expected.late ?? []);
  });

  it('its counts are as written', () => {
    expect(found.supporters.filter(({ verified }) => verified)).toHaveLength(expected.supporters ?? 0);
    expect(found.reworks).toBe(expected.reworks ?? 0);
    const { handle } = factsOf(found);
    if (found.state === 'closed') {
      expect(handle?.due === undefined || (handle.doneAt ?? 0) <= handle.due).toBe(expected.inTime);
    }
  });

  it('its history alone gives it, and its chain holds', () => {
    const { events } = told(name);
    expect(fold(events)).toEqual(found);
    const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
    let prev = genesis;
    const chain = events.map((given) => {
      const event: unknown = JSON.parse(JSON.stringify(given));
      const link = linkOf(prev, event, sha256);
      const linked = { event, prev, hash: link.ok ? link.hash : '' };
      prev = linked.hash;
      return linked;
    });
    expect(verifyChain(chain, sha256, prev)).toEqual({ ok: true, head: prev, length: events.length });
  });
});

describe('what is told of single matters', () => {
  it('2: from dispatch answered in 1 minute, moving in 3, there in 9', () => {
    const [order] = caseOf('2').workOrders;
    const since = (at: number | undefined) => ((at ?? 0) - (order?.sentAt ?? 0)) / 60_000;
    expect([since(order?.answeredAt), since(order?.movingAt), since(order?.arrivedAt)]).toEqual([1, 3, 9]);
  });

  it('4: 交警 was late twice, reporting in and with its result', () => {
    const late = caseOf('4').clocks.filter((clock) => clock.outcome === 'late');
    expect(late.map(({ stage, owner }) => [stage, owner])).toEqual([
      ['reportIn', { kind: 'org', org: 'jiaojing' }],
      ['result', { kind: 'org', org: 'jiaojing' }],
    ]);
  });

  it('5: the hand-back counts against the row that misled; the street waited from Monday to Wednesday', () => {
    expect(eventsOf('handedBack').map(({ row }) => row)).toEqual(['leaks']);
    const { events } = told('5');
    const when = (type: string) => local(events.find((event) => event.type === type)?.at);
    expect([when('deferred'), when('resumed')]).toEqual(['11-23T09:00', '11-25T09:00']);
    expect(caseOf('5').asks.map(({ kind, judge }) => [kind, judge])).toEqual([
      ['handBack', desks[2]?.area],
      ['deferral', desks[0]?.area],
    ]);
  });

  it.each([
    ['11-22T23:04', 'yellow'],
    ['11-22T23:05', 'red'],
  ])('7: at %s it is %s', (at, light) => {
    const found = told('7', replayWeek(at)).case;
    expect(lightOf(found, rules.light, rules.calendar, weekInstant(at)).light).toBe(light);
  });

  it('7: it is red for both reasons in the end', () => {
    expect(lightOf(caseOf('7'), rules.light, rules.calendar, end).reasons).toEqual(['overdue', 'raisedAgain']);
  });

  it('8: both histories show the merge and its undoing', () => {
    const of = (name: MatterName) => told(name).events.map(({ type }) => type);
    expect(of('8a')).toEqual(expect.arrayContaining(['mergedIn', 'unmergedFrom']));
    expect(of('8b')).toEqual(expect.arrayContaining(['merged', 'unmerged']));
  });

  it('10: a gap in the duty list, and the only one', () => {
    expect(matterNames.filter((name) => caseOf(name).routing.gap)).toEqual(['10']);
  });
});

describe('supervision orders', () => {
  it('are four to the street desk: three answered, one gone up and open', () => {
    const orders = matterNames.flatMap((matter) => caseOf(matter).orders.map((order) => ({ matter, order })));
    expect(orders.map(({ matter, order }) => [matter, order.id])).toEqual(
      expectedOrders.map(({ matter, order }) => [matter, order]),
    );
    for (const { matter, order, reasons, at, answered, wentUp } of expectedOrders) {
      const found = caseOf(matter).orders.find(({ id }) => id === order);
      const clock = caseOf(matter).clocks.findLast(({ ref }) => ref === order);
      expect([matter, found?.reasons, local(found?.orderedAt), local(found?.answeredAt)]).toEqual([
        matter,
        reasons,
        at,
        answered,
      ]);
      expect([found?.over, found?.to]).toEqual([desks[2]?.area, wentUp ? desks[0]?.area : desks[1]?.area]);
      expect(local(found?.wentUpAt)).toBe(wentUp?.at);
      if (wentUp) expect(local(clock?.dueAt)).toBe(wentUp.due);
    }
  });
});

describe('figures', () => {
  it.each(expectedRates)('%s is %d of %d', (code, part, n, percent, low, high) => {
    const formula = defaultRates.find((one) => one.code === code);
    if (!formula) throw new Error(code);
    const rate = rateOf(formula, facts(), end);
    expect(rate).toMatchObject({ numerator: part, denominator: n, n, ranked: n >= 10 });
    expect(percentOf(rate.numerator, rate.denominator).toFixed(2)).toBe(percent);
    expect(rate.interval?.map((edge) => (edge * 100).toFixed(2))).toEqual([low, high]);
  });

  it('six closed, one handled, three handling, one rejected', () => {
    const states = Map.groupBy(matterNames, (name) => caseOf(name).state);
    const counts = Object.fromEntries([...states].map(([state, names]) => [state, names.length]));
    expect(counts).toEqual({ closed: 6, handled: 1, handling: 3, rejected: 1 });
  });

  it('two red, two yellow, four green, two awaiting call-back, one without light', () => {
    const lights = Map.groupBy(matterNames, (name) => lightOf(caseOf(name), rules.light, rules.calendar, end).light);
    const counts = Object.fromEntries([...lights].map(([light, names]) => [light, names.length]));
    expect(counts).toEqual({ red: 2, yellow: 2, green: 4, awaiting: 2, none: 1 });
  });

  it('the rest of the counts', () => {
    const supporters = matterNames.reduce((sum, name) => sum + caseOf(name).supporters.length, 0);
    const judged = matterNames.flatMap((name) => caseOf(name).asks.map(({ kind, upheld }) => `${kind} ${upheld}`));
    expect({
      supporters,
      raisedAgain: eventsOf('raisedAgain').length,
      unmerged: eventsOf('unmerged').length,
      judged: judged.toSorted(),
      summoned: eventsOf('summoned').map(({ workOrders }) => workOrders.length),
    }).toEqual({
      supporters: 3,
      raisedAgain: 2,
      unmerged: 1,
      judged: ['appeal false', 'deferral true', 'handBack true', 'reopening true'],
      summoned: [3],
    });
  });
});
