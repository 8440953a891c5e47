import type { CaseState } from '../state.ts';
import { filed, filedByStaff, type Play, tell } from './play.ts';
import { at, org, people, reporterOf } from './town.ts';

const { jia, yi, streetClerk, countyClerk, chengguan } = people;

/** The plain way of a resident's case, each step from the one before. */
export const reported = (): Play => filed();
export const accepted = (): Play => tell(reported(), jia, 'accept', '11-20T09:30');
export const dispatched = (supporting: readonly ReturnType<typeof org>[] = []): Play =>
  tell(accepted(), jia, { type: 'dispatch', lead: org('chengguan'), supporting }, '11-20T09:35');
export const handling = (): Play => tell(dispatched(), chengguan, 'acknowledge', '11-20T10:05');
export const handled = (): Play => tell(handling(), chengguan, done, '11-24T16:00');
export const closed = (): Play => tell(handled(), yi, passed, '11-25T09:00');

export const done = { type: 'finish', note: '已修复', photos: [] } as const;
export const passed = { type: 'verify', pass: true, note: '', photos: [] } as const;
export const failed = { type: 'verify', pass: false, note: '还在漏', photos: [] } as const;

/** Bodies called together from accepted; the first leads. */
export const summoned = (bodies = [org('chengguan'), org('shijian'), org('jiaojing')], summonsKind = 'joint'): Play =>
  tell(accepted(), jia, { type: 'summon', bodies, summonsKind, reason: '占道经营' }, '11-20T14:10');

export function deferred(until = '11-25T09:00'): Play {
  const asked = tell(handling(), chengguan, { type: 'askDeferral', reason: '等材料', until: at(until) }, '11-23T08:30');
  return tell(asked, countyClerk, { type: 'judge', ask: 'ask.1', upheld: true, words: '同意' }, '11-23T09:00');
}

export const rejected = (): Play => tell(reported(), jia, { type: 'reject', reason: '不属受理范围' }, '11-20T10:10');
export const withdrawn = (): Play => tell(dispatched(), reporterOf('case-1'), { type: 'withdraw' }, '11-20T10:10');

const other = (): Play => filed({ id: 'case-2', number: '20261120-AAAAAA' });
export const merged = (play = handling()): Play =>
  tell(play, jia, { type: 'merge', into: 'case-2' }, play.now + 60_000, { other: other().case });

export const split = (): Play =>
  tell(handling(), jia, { type: 'split', reason: '两件事', children: ['child-1', 'child-2'] }, '11-20T11:00');

export const onTheSpot = (): Play => filedByStaff({ solved: { note: '已清理', photos: [] } });

/** A case in each state. */
export const inState = {
  reported,
  accepted,
  dispatched,
  handling,
  deferred,
  handled,
  closed,
  rejected,
  withdrawn,
  merged,
} as const satisfies Record<CaseState, () => Play>;

/** Asked for again after closing, and granted. */
export function reopened(play = closed()): Play {
  const asked = tell(play, reporterOf('case-1'), { type: 'askReopening', reason: '又坏了' }, play.now + 60_000);
  const ask = asked.case.asks.at(-1)?.id ?? '';
  return tell(asked, streetClerk, { type: 'judge', ask, upheld: true, words: '重办' }, asked.now + 60_000);
}
