import type { CaseView, StaffCommand } from '@gezhi/contract/cases/index';
import type { Dice } from './dice.ts';
import { answers, matters, reasons } from './matters.ts';
import { type Body, bodyOf, type Staff } from './staff.ts';

/** What is known when a command is filled in. */
export interface Filling {
  readonly view: CaseView;
  readonly dice: Dice;
  readonly staff: Staff;
  /** The program's time, in milliseconds. */
  readonly now: number;
  /** Area of the post of whoever gives it; a body's people have none. */
  readonly seat: string | undefined;
  /** Ids of cases that may be the same matter. */
  readonly alike: readonly string[];
}

const keyOf = (body: Body): string => (body.kind === 'org' ? `org:${body.org}` : `${body.kind}:${body.area}`);

/** Bodies that somebody stands for and that do not work on the case already. */
function free({ view, staff }: Filling): readonly Body[] {
  const working = view.workOrders.filter(({ state }) => state === 'sent' || state === 'working');
  const busy = new Set(working.map(({ body }) => keyOf(bodyOf(body))));
  return staff.bodies.filter((body) => !busy.has(keyOf(body)));
}

/** The duty list's own answer, unless nobody stands for it or it works already: then another body. */
function leadOf(filling: Filling): Body | undefined {
  const { view, staff, dice } = filling;
  const suggested = bodyOf(view.routing.lead);
  const open = free(filling);
  const stands = suggested.kind !== 'desk' && staff.standFor(view.routing.lead).length > 0;
  if (stands && open.some((body) => keyOf(body) === keyOf(suggested))) return suggested;
  return open.length > 0 ? dice.of(open) : undefined;
}

/** The amount of the clock that an extension would replace. */
const workAmount = ({ clocks }: CaseView): number =>
  clocks.find(({ stage, stoppedAt }) => (stage === 'handle' || stage === 'result') && stoppedAt === undefined)?.amount
    ?.amount ?? 5;

const inHours = (now: number, hours: number): string => new Date(now + hours * 3_600_000).toISOString();

function judgement({ view, dice, now }: Filling): StaffCommand | undefined {
  const ask = view.asks.find(({ mine }) => mine);
  if (!ask) return undefined;
  const gone = ask.until !== undefined && Date.parse(ask.until) <= now;
  return { type: 'judge', ask: ask.id, upheld: !gone && dice.yes(0.5), words: '经核实，答复如上' };
}

function correction({ dice }: Filling): StaffCommand {
  return dice.yes(0.5)
    ? { type: 'correct', category: dice.of(matters).category, reason: '类别选错了' }
    : { type: 'correct', address: '荷城大道与中山路交界处', reason: '补充地址' };
}

function rating({ dice }: Filling) {
  return {
    answered: dice.yes(0.9),
    solved:
      dice.weighed([
        ['yes', 6],
        ['partly', 2],
        ['no', 2],
      ] as const) ?? 'yes',
    satisfied:
      dice.weighed([
        ['very', 5],
        ['fairly', 3],
        ['no', 2],
      ] as const) ?? 'very',
  };
}

type Maker = (filling: Filling) => StaffCommand | undefined;

const withReason =
  (type: 'reject' | 'handBack' | 'decline' | 'escalate' | 'unmerge' | 'askReopening' | 'appeal'): Maker =>
  ({ dice }) => ({ type, reason: dice.of(reasons) });

const bare =
  (
    type: 'accept' | 'assignToDesk' | 'acknowledge' | 'reportIn' | 'moving' | 'arrived' | 'refuseByGate' | 'resume',
  ): Maker =>
  () => ({ type });

/** How each command is filled in by somebody who means it. Undefined: not now. */
export const makers: { readonly [Type in StaffCommand['type']]: Maker } = {
  accept: bare('accept'),
  assignToDesk: bare('assignToDesk'),
  acknowledge: bare('acknowledge'),
  reportIn: bare('reportIn'),
  moving: bare('moving'),
  arrived: bare('arrived'),
  refuseByGate: bare('refuseByGate'),
  resume: bare('resume'),
  reject: withReason('reject'),
  handBack: withReason('handBack'),
  decline: withReason('decline'),
  escalate: withReason('escalate'),
  unmerge: withReason('unmerge'),
  askReopening: withReason('askReopening'),
  appeal: withReason('appeal'),
  correct: correction,
  dispatch: (filling) => {
    const lead = leadOf(filling);
    if (!lead) return undefined;
    const others = free(filling).filter((body) => keyOf(body) !== keyOf(lead));
    const supporting = others.length > 0 && filling.dice.yes(0.15) ? [filling.dice.of(others)] : [];
    return { type: 'dispatch', lead, supporting };
  },
  summon: (filling) => {
    const open = free(filling);
    if (open.length === 0) return undefined;
    const from = filling.dice.whole(0, open.length - 1);
    const bodies = open.slice(from, from + filling.dice.whole(1, 3));
    const summonsKind = filling.dice.of(['difficulty', 'joint', 'urgent']);
    return { type: 'summon', bodies, summonsKind, reason: '一家解决不了' };
  },
  // Each body of the cast is one person: there is nobody to pass it to.
  transfer: () => undefined,
  contact: () => ({ type: 'contact', note: '已电话联系，告知安排' }),
  note: ({ view, dice }) => {
    // Those who may not speak to the reporter note for staff.
    const speaks = view.commands.includes('contact');
    return { type: 'note', text: '已到现场看过', public: speaks && dice.yes(0.5), photos: [] };
  },
  finish: ({ dice }) => ({ type: 'finish', note: dice.of(answers), photos: [] }),
  solveOnTheSpot: ({ dice }) => ({ type: 'solveOnTheSpot', note: dice.of(answers), photos: [] }),
  verify: ({ dice }) => ({ type: 'verify', pass: dice.yes(0.8), note: '现场已看', photos: [] }),
  askExtension: ({ view }) => ({ type: 'askExtension', reason: '等配件', amount: workAmount(view) + 3 }),
  askDeferral: ({ dice, now }) => ({ type: 'askDeferral', reason: '等材料', until: inHours(now, dice.whole(1, 8)) }),
  judge: judgement,
  callBack: (filling) => ({ type: 'callBack', ...rating(filling) }),
  rate: (filling) => ({ type: 'rate', ...rating(filling) }),
  raiseAgain: () => ({ type: 'raiseAgain', text: '还是没有解决' }),
  withdraw: () => ({ type: 'withdraw' }),
  merge: ({ alike, dice }) =>
    alike.length === 0 ? undefined : { type: 'merge', into: dice.of(alike), reason: '同一件事' },
  split: () => ({
    type: 'split',
    reason: '是两件事',
    children: [
      { description: '先清理路面', category: '01021401' },
      { description: '再修补路面', category: '01020403' },
    ],
  }),
  remind: () => ({ type: 'remind', text: '请抓紧' }),
  answerSupervision: ({ view }) => {
    const order = view.orders.find(({ mine }) => mine);
    return order && { type: 'answerSupervision', order: order.id, text: '已督促，今日办结' };
  },
  rateBody: ({ view, dice, seat }) => {
    const own = view.workOrders.filter(({ by, from }) => by === 'summons' && from.code === seat);
    const order = own.find(({ rated }) => rated === undefined);
    return order && { type: 'rateBody', workOrder: order.id, came: true, worked: true, solved: dice.yes(0.8) };
  },
};
