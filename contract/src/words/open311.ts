import type { Words } from './word.ts';

/** What the Open311 interface says of a case in words. */
export const open311Words = {
  'open311.notes.reported': { zh: '已收到，待受理', en: 'Received, to be accepted' },
  'open311.notes.accepted': { zh: '已受理，待派单', en: 'Accepted, to be dispatched' },
  'open311.notes.dispatched': { zh: '已派单，待签收', en: 'Dispatched' },
  'open311.notes.handling': { zh: '处置中', en: 'In hand' },
  'open311.notes.deferred': { zh: '挂账，按约定日期恢复', en: 'Deferred to an agreed day' },
  'open311.notes.handled': { zh: '已办结，待核查', en: 'Finished, to be verified' },
  'open311.notes.closed': { zh: '已结案', en: 'Closed' },
  'open311.notes.rejected': { zh: '不予受理', en: 'Rejected' },
  'open311.notes.withdrawn': { zh: '反映人已撤回', en: 'Withdrawn' },
  'open311.notes.merged': { zh: '已与同一事项合并办理', en: 'Put together with the same matter' },
  'open311.where': { zh: '具体在哪里', en: 'Where exactly' },
  'open311.where.hint': { zh: '楼栋、单元、楼层，或最近的店铺', en: 'Building, stairwell, floor, or the nearest shop' },
  'open311.notFiled': { zh: '测试接口：已检查，未受理登记。', en: 'Test endpoint: checked, not filed.' },
} as const satisfies Words;
