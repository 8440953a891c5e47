import { community, county, street } from '../../demonstration/cast.ts';
import { expectedOrders } from '../expected.ts';
import type { MatterName } from '../step.ts';
import { type Finding, finding } from './finding.ts';
import { local, type Looked, minutesBetween } from './look.ts';

/** Supervision orders: number, reasons, over and to whom, when, answered, gone up, due. */
export function checkOrders({ view, orders }: Looked): readonly Finding[] {
  const findings = expectedOrders.map(({ matter, order, reasons, at, answered, wentUp }) => {
    const { number, orders: own } = view(matter);
    const found = own.find(({ id }) => id === order);
    const expected = {
      number: `${number}-${order.slice(3)}`,
      reasons,
      over: community,
      to: wentUp ? county.code : street,
      at,
      answered,
      wentUpAt: wentUp?.at,
      ...(wentUp && { due: wentUp.due }),
      stuck: false,
    };
    return finding(matter, `order ${order}`, expected, {
      number: found?.number,
      reasons: found?.reasons,
      over: found?.over.code,
      to: found?.to.code,
      at: local(found?.orderedAt),
      answered: local(found?.answeredAt),
      wentUpAt: local(found?.wentUpAt),
      ...(wentUp && { due: local(found?.dueAt) }),
      stuck: found?.stuck,
    });
  });
  const summary = {
    all: orders.length,
    answered: orders.filter(({ answeredAt }) => answeredAt !== undefined).length,
    goneUp: orders.filter(({ wentUpAt }) => wentUpAt !== undefined).length,
    open: orders.filter(({ answeredAt }) => answeredAt === undefined).length,
  };
  return [...findings, finding('orders', 'in the list', { all: 4, answered: 3, goneUp: 1, open: 1 }, summary)];
}

const eventsOf = ({ view }: Looked, name: MatterName): readonly string[] => view(name).history.map(({ type }) => type);

const whenOf = ({ view }: Looked, name: MatterName, type: string): string | undefined =>
  local(view(name).history.find((line) => line.type === type)?.at);

/** Who was late with what, by the names of bodies. */
const lateness = ({ view }: Looked, name: MatterName) =>
  view(name)
    .clocks.filter(({ outcome }) => outcome === 'late')
    .map(({ stage, owner }) => `${owner.name} ${stage}`);

/** What the design tells of single matters. */
export function checkStories(looked: Looked): readonly Finding[] {
  const { view, played } = looked;
  const [duty] = view('2').workOrders;
  const since = (at: string | undefined) => minutesBetween(local(duty?.sentAt), local(at));
  const [outside] = played.refused;
  const both = (name: MatterName, types: readonly string[]) =>
    types.filter((type) => eventsOf(looked, name).includes(type));
  const sameLamp = played.shown.find(({ step }) => step.who === 'R6');
  const toldOfLamp = looked.outbox.filter(
    ({ caseId, text }) => caseId === view('1').id && text?.startsWith('您也关注的') === true,
  );
  return [
    finding(
      '1',
      'rated',
      'yes very',
      view('1')
        .ratings.map(({ solved, satisfied }) => `${solved} ${satisfied}`)
        .join(),
    ),
    finding(
      '2',
      'answered, moving, there (minutes)',
      [1, 3, 9],
      [duty?.answeredAt, duty?.movingAt, duty?.arrivedAt].map(since),
    ),
    finding('2', 'who covers the desk out of hours', ['邴勇 roster'], [...new Set(played.onDuty)]),
    finding('4', 'who was late', ['交警大队 reportIn', '交警大队 result'], lateness(looked, '4')),
    finding('4', 'bodies summoned', 3, view('4').workOrders.filter(({ by }) => by === 'summons').length),
    finding(
      '5',
      'deferred, resumed',
      ['11-23T09:00', '11-25T09:00'],
      [whenOf(looked, '5', 'deferred'), whenOf(looked, '5', 'resumed')],
    ),
    finding(
      '5',
      'judged by',
      ['handBack 荷城社区 true', 'deferral 港北区 true'],
      view('5').asks.map(({ kind, judge, upheld }) => `${kind} ${judge.name} ${upheld}`),
    ),
    finding('6', 'shown matter 1', true, sameLamp?.numbers.includes(view('1').number)),
    finding('6', 'told when it closed', 1, toldOfLamp.length),
    finding('7', 'reasons to be red', ['overdue', 'raisedAgain'], view('7').light.reasons),
    finding('7', 'raised again', 2, view('7').raisedAgain),
    finding('8a', 'merge and undoing', ['mergedIn', 'unmergedFrom'], both('8a', ['mergedIn', 'unmergedFrom'])),
    finding('8b', 'merge and undoing', ['merged', 'unmerged'], both('8b', ['merged', 'unmerged'])),
    finding(
      '8b',
      'appeal',
      'appeal 贵城街道 false',
      view('8b')
        .asks.map(({ kind, judge, upheld }) => `${kind} ${judge.name} ${upheld}`)
        .join(),
    ),
    finding(
      '9',
      'reopening',
      'reopening 贵城街道 true',
      view('9')
        .asks.map(({ kind, judge, upheld }) => `${kind} ${judge.name} ${upheld}`)
        .join(),
    ),
    finding('11', 'refused', 'case.notServed', outside?.code),
    finding('11', 'names the places served', true, outside?.words.includes(county.name)),
    finding('11', 'written', 0, outside?.written),
    finding('12', 'accountable desk', '港北区', view('12').desk.name),
    finding('all', 'refused', 1, played.refused.length),
  ];
}
