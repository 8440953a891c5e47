import type { Words } from './word.ts';

/** States, lights, stages, party roles and commands of a case. */
export const caseWords = {
  'case.state.reported': { zh: '待受理', en: 'To accept' },
  'case.state.accepted': { zh: '待派遣', en: 'To dispatch' },
  'case.state.dispatched': { zh: '待签收', en: 'To acknowledge' },
  'case.state.handling': { zh: '处置中', en: 'In hand' },
  'case.state.deferred': { zh: '挂账', en: 'Deferred' },
  'case.state.handled': { zh: '待核查', en: 'To verify' },
  'case.state.closed': { zh: '已结案', en: 'Closed' },
  'case.state.rejected': { zh: '不予受理', en: 'Rejected' },
  'case.state.withdrawn': { zh: '已撤回', en: 'Withdrawn' },
  'case.state.merged': { zh: '已并单', en: 'Merged' },

  'case.light.red': { zh: '红灯', en: 'Red' },
  'case.light.yellow': { zh: '黄灯', en: 'Yellow' },
  'case.light.green': { zh: '绿灯', en: 'Green' },
  'case.light.awaiting': { zh: '待回访', en: 'Awaiting call-back' },
  'case.light.none': { zh: '无灯', en: 'No light' },

  'case.sign.overdue': { zh: '超期', en: 'Overdue' },
  'case.sign.raisedAgain': { zh: '反复', en: 'Raised again' },
  'case.sign.working': { zh: '在办', en: 'Under way' },
  'case.sign.satisfied': { zh: '满意', en: 'Satisfied' },
  'case.sign.awaiting': { zh: '待回访', en: 'Awaiting call-back' },
} as const satisfies Words;
