import type { Actor } from '../../access/index.ts';
import type { Body } from '../body.ts';
import type { Case, WorkOrder } from '../case.ts';
import type { CaseCommandType, Command } from '../command.ts';
import { isPending, workClock } from '../hindrances.ts';
import { isComplainedAbout, ownOrders, sitsAt } from '../parties.ts';
import { isActive } from '../work-orders.ts';
import { community, deskBody, grid, gridBody, org, otherCommunity, otherGrid, street } from './town.ts';

/** Chooses one of several, or a yes or no, from what a generator gave. */
export interface Choice {
  of<T>(all: readonly T[]): T | undefined;
  yes(): boolean;
}

/** A choice driven by one number. */
export function choiceFrom(seed: number): Choice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
  return { of: (all) => all[next() % Math.max(1, all.length)], yes: () => next() % 2 === 0 };
}

const bodies: readonly Body[] = [
  org('chengguan'),
  org('shijian'),
  org('jiaojing'),
  org('office'),
  gridBody,
  deskBody(street),
];

const answers = (choose: Choice) => ({
  answered: true,
  solved: choose.of(['yes', 'partly', 'no'] as const) ?? 'yes',
  satisfied: choose.of(['very', 'fairly', 'no'] as const) ?? 'very',
});

/** What an order must be like for its body to give the command about it. */
const fits: Partial<Record<CaseCommandType, (order: WorkOrder, found: Case) => boolean>> = {
  acknowledge: (order) => order.by === 'dispatch' && order.state === 'sent',
  reportIn: (order) => order.by === 'summons' && order.state === 'sent',
  moving: (order) => order.state === 'working' && order.movingAt === undefined && order.arrivedAt === undefined,
  arrived: (order) => order.state === 'working' && order.arrivedAt === undefined,
  finish: (order) => order.state === 'working',
  refuseByGate: (order) => order.body.kind === 'grid' && order.state === 'sent',
  handBack: (order, found) => order.by === 'dispatch' && !isPending(found, 'handBack', order.id),
  decline: (order, found) => order.by === 'summons' && !isPending(found, 'decline', order.id),
  askExtension: (order, found) => order.role === 'lead' && !isPending(found, 'extension', order.id),
  askDeferral: (order, found) => order.role === 'lead' && !isPending(found, 'deferral', order.id),
};

const day = 86_400_000;

/** There is always a grid that has not been asked; its number alone would not do, for an order may be handed on to it. */
function gridNotAsked(busy: readonly string[]): Body {
  for (let number = 100; ; number += 1) {
    const spare: Body = { kind: 'grid', area: `${otherCommunity}${number}` };
    if (!busy.includes(JSON.stringify(spare))) return spare;
  }
}

/** A command of a type that its actor could mean in earnest: if it is theirs to give, nothing in it is wrong. */
export function sensible(type: CaseCommandType, found: Case, actor: Actor, now: number, choose: Choice): Command {
  const own = ownOrders(found, actor).filter((order) => fits[type]?.(order, found) ?? true);
  const order = choose.of(own);
  const onOrder = order ? { workOrder: order.id } : {};
  const busy = found.workOrders.filter(isActive).map(({ body }) => JSON.stringify(body));
  const free = bodies.filter((body) => !busy.includes(JSON.stringify(body)) && !isComplainedAbout(found, body));
  const first = choose.of(free) ?? gridNotAsked(busy);
  const others = free.filter((body) => body !== first && choose.yes()).slice(0, 2);
  const reason = '因为';
  switch (type) {
    case 'reject':
    case 'askReopening':
    case 'appeal':
    case 'unmerge':
    case 'escalate':
      return { type, reason };
    case 'handBack':
    case 'decline':
      return { type, reason, ...onOrder };
    case 'askExtension':
      return { type, reason, ...onOrder, amount: longer(found, order) };
    case 'askDeferral':
      return { type, reason, ...onOrder, until: now + (choose.of([1, 2, 5]) ?? 1) * day };
    case 'correct':
      return { type, ...correction(choose) };
    case 'dispatch':
      return { type, lead: first, supporting: others };
    case 'summon':
      return { type, bodies: [first, ...others], summonsKind: choose.of(['joint', 'urgent']) ?? 'joint', reason };
    case 'acknowledge':
    case 'reportIn':
    case 'moving':
    case 'arrived':
    case 'refuseByGate':
      return { type, ...onOrder };
    case 'transfer':
      return { type, to: '同事', ...onOrder };
    case 'contact':
      return { type, note: '已联系' };
    case 'note':
      return { type, text: '说明', public: false, photos: [] };
    case 'finish':
      return { type, note: '已修复', photos: [], ...onOrder };
    case 'solveOnTheSpot':
      return { type, note: '已清理', photos: [] };
    case 'verify':
      return { type, pass: choose.yes(), note: '', photos: [] };
    case 'judge':
      return judgement(found, actor, now, choose);
    case 'rate':
    case 'callBack':
      return { type, ...answers(choose) };
    case 'support':
      return { type, key: `phone ${found.supporters.length}`, verified: true };
    case 'raiseAgain':
    case 'remind':
      return { type, text: '还没解决' };
    case 'withdraw':
      return { type };
    case 'merge':
      return { type, into: 'case-2' };
    case 'split':
      return { type, reason, children: ['child-1', 'child-2'] };
    case 'answerSupervision':
      return { type, order: owedBy(found, actor), text: '已督促' };
    case 'rateBody':
      return { type, workOrder: summonedBy(found, actor), came: true, worked: true, solved: choose.yes() };
    case 'takeIn':
      return { type, from: `joined ${found.mergedFrom.length}` };
    case 'letGo':
      return { type, from: found.mergedFrom.at(-1) ?? 'joined 0' };
    case 'childClosed':
      return { type, child: choose.of(found.children)?.id ?? 'child-1' };
    case 'clockEnded':
      return { type, clock: choose.of(found.clocks)?.id ?? 'accept.1' };
    case 'handOn':
      return { type, from: choose.of(found.workOrders.filter(isActive))?.body ?? org('shijian'), to: first };
    case 'accept':
    case 'assignToDesk':
    case 'resume':
    case 'restateClocks':
      return { type };
  }
}

const longer = (found: Case, order: WorkOrder | undefined): number =>
  ((order && workClock(found, order.id)?.amount?.amount) ?? 5) + 3;

function correction(choose: Choice) {
  return (
    choose.of([
      { category: '0201' },
      { urgency: 'urgent' as const },
      { kind: 'complex' as const },
      { area: otherGrid },
      { area: grid },
      { area: community, address: '荷城路' },
    ]) ?? { category: '0201' }
  );
}

const owedBy = (found: Case, actor: Actor): string =>
  found.orders.find((one) => one.answeredAt === undefined && sitsAt(actor, one.to))?.id ?? 'so.1';

const summonedBy = (found: Case, actor: Actor): string =>
  found.workOrders.find((one) => one.by === 'summons' && sitsAt(actor, one.from))?.id ?? 'wo.1';

function judgement(found: Case, actor: Actor, now: number, choose: Choice): Command {
  const mine = found.asks.filter((ask) => ask.judgedAt === undefined && sitsAt(actor, ask.judge));
  const ask = choose.of(mine);
  const tooLate = ask?.until !== undefined && ask.until <= now;
  const clock = ask?.workOrder === undefined ? undefined : workClock(found, ask.workOrder);
  const tooShort = ask?.kind === 'extension' && (ask.amount ?? 0) <= (clock?.amount?.amount ?? Infinity);
  return { type: 'judge', ask: ask?.id ?? 'ask.1', upheld: !tooLate && !tooShort && choose.yes(), words: '裁定' };
}
