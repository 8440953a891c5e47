import { describe, expect, it } from 'vitest';
import { type CaseEvent, fold, type NewWorkOrder } from '../cases/index.ts';
import { type News, newsOf } from './index.ts';

const at = Date.parse('2026-11-20T09:10+08:00');
const desk = '450802001013';
const clerk = { kind: 'staff', person: 'clerk' } as const;
const system = { kind: 'system' } as const;
const bureau = { kind: 'org', org: 'bureau' } as const;
const police = { kind: 'org', org: 'police' } as const;

type Unsigned = CaseEvent extends infer E ? (E extends CaseEvent ? Omit<E, 'at' | 'by'> & Partial<E> : never) : never;
const event = (given: Unsigned): CaseEvent => ({ at, by: clerk, ...given });

const reported = event({
  type: 'reported',
  by: { kind: 'reporter' },
  id: 'c1',
  county: '450802',
  number: '20261120-7QK3M',
  channel: 'resident',
  reporter: { kind: 'resident', subject: 's1' },
  category: '01020401',
  kind: 'ordinary',
  urgency: 'ordinary',
  level: 'community',
  area: `${desk}007`,
  onNoGrid: false,
  description: '路灯不亮',
  photos: [],
  homeDesk: desk,
  desk,
  routing: { version: 1, gap: true },
  hideFromHandler: false,
});
const order = (id: string, body: NewWorkOrder['body'], role: NewWorkOrder['role'] = 'lead'): NewWorkOrder => ({
  id,
  body,
  role,
  by: 'dispatch',
  from: desk,
});
const accepted = event({ type: 'accepted' });
const dispatched = event({
  type: 'dispatched',
  workOrders: [order('wo.1', bureau), order('wo.2', police, 'supporting')],
});

/** `kind → whom`, as a person would list it. */
function told(past: readonly CaseEvent[], events: readonly CaseEvent[]): string[] {
  return newsOf(past.length === 0 ? undefined : fold(past), events).map((news) => `${news.kind} → ${whom(news)}`);
}

function whom({ to }: News): string {
  if (to.kind === 'person') return to.person;
  if (to.kind !== 'body') return to.kind;
  return to.body.kind === 'org' ? to.body.org : `${to.body.kind} ${to.body.area}`;
}

describe('news of a case', () => {
  const open = [reported, accepted, dispatched];
  it.each<[string, readonly CaseEvent[], readonly CaseEvent[], readonly string[]]>([
    ['a report waits at its desk', [], [reported], [`caseArrived → desk ${desk}`]],
    ['acceptance is told', [reported], [accepted], ['accepted → reporter']],
    ['each body gets its order', [reported, accepted], [dispatched], ['orderSent → bureau', 'orderSent → police']],
    [
      'what is finished is to be checked',
      open,
      [event({ type: 'handled' })],
      ['verificationDue → verifiers', 'finished → reporter'],
    ],
    [
      'closing is told to all who care',
      [...open, event({ type: 'handled' })],
      [event({ type: 'verified', pass: true, note: '', photos: [] }), event({ type: 'closed' })],
      ['closed → reporter', 'closed → mergedReporters', 'closed → supporters'],
    ],
    [
      'what is solved on the spot waits nowhere',
      [],
      [
        reported,
        event({ type: 'solvedOnTheSpot', note: '', photos: [], sampled: false }),
        event({ type: 'handled' }),
        event({ type: 'closed' }),
      ],
      ['closed → reporter', 'closed → mergedReporters', 'closed → supporters'],
    ],
    [
      'an asking goes to the desk that judges, the judgement back to who asked',
      open,
      [
        event({ type: 'asked', ask: 'ask.1', kind: 'handBack', reason: '不归我们', judge: desk, workOrder: 'wo.1' }),
        event({ type: 'judged', ask: 'ask.1', upheld: false, words: '归你们' }),
      ],
      [`judgeAsked → desk ${desk}`, 'judgedRefused → bureau'],
    ],
    [
      'a reopening is told to the reporter',
      [...open, event({ type: 'handled' }), event({ type: 'closed' })],
      [
        event({ type: 'asked', ask: 'ask.1', kind: 'reopening', reason: '又坏了', judge: '450802001' }),
        event({ type: 'judged', ask: 'ask.1', upheld: true, words: '再办' }),
        event({ type: 'reopened', after: 'reopening' }),
      ],
      ['judgeAsked → desk 450802001', 'reopeningUpheld → reporter', `reopened → desk ${desk}`],
    ],
    [
      'a reminder and an order go to whom they name',
      open,
      [
        event({ type: 'reminded', text: '请抓紧', to: bureau }),
        event({
          type: 'supervisionOrdered',
          by: system,
          order: 'so.1',
          number: '20261120-7QK3M-1',
          reasons: ['overdue'],
          keys: ['overdue:handle.1'],
          over: desk,
          to: '450802001',
        }),
      ],
      ['reminded → bureau', 'supervisionOrdered → desk 450802001'],
    ],
    [
      'a withdrawal is told to those at work',
      open,
      [event({ type: 'withdrawn' })],
      [`withdrawn → desk ${desk}`, 'withdrawn → bureau', 'withdrawn → police'],
    ],
    ['what was brought in is no news', [], [reported, event({ type: 'imported', state: 'closed' })], []],
  ])('%s', (_, past, events, expected) => {
    expect(told(past, events)).toEqual(expected);
  });

  it('names who did it, when, and the event', () => {
    const [news] = newsOf(fold([reported]), [accepted]);
    expect(news).toMatchObject({ seq: 2, at, by: 'clerk' });
  });
});
