import type { Words } from './word.ts';

/** Names of rates, and what is said of faults. */
export const insightWords = {
  'figures.all': { zh: '合计', en: 'All' },
  'figures.rate.response': { zh: '响应率', en: 'Response' },
  'figures.rate.resolution': { zh: '解决率', en: 'Resolution' },
  'figures.rate.satisfaction': { zh: '满意率', en: 'Satisfaction' },
  'figures.rate.completion': { zh: '办结率', en: 'Completion' },
  'figures.rate.closure': { zh: '结案率', en: 'Closure' },
  'figures.rate.onTime': { zh: '按期结案率', en: 'On time' },
  'figures.rate.handBack': { zh: '退单率', en: 'Hand-back' },
  'figures.rate.deferral': { zh: '挂账率', en: 'Deferral' },
  'figures.rate.rework': { zh: '返工率', en: 'Rework' },
  'figures.column.unit': { zh: '单位', en: 'Unit' },
  'figures.column.code': { zh: '编码', en: 'Code' },
  'figures.column.cases': { zh: '件数', en: 'Cases' },
  'figures.column.rate': { zh: '指标', en: 'Rate' },
  'figures.column.numerator': { zh: '分子', en: 'Numerator' },
  'figures.column.denominator': { zh: '分母', en: 'Denominator' },
  'figures.column.percent': { zh: '百分比', en: 'Per cent' },
  'figures.column.low': { zh: '95% 区间下限', en: '95% interval from' },
  'figures.column.high': { zh: '95% 区间上限', en: '95% interval to' },
  'figures.column.ranked': { zh: '参与排名', en: 'Ranked' },

  'fault.messageFailed': { zh: '消息没有送达', en: 'Messages not delivered' },
  'fault.noVerifier': { zh: '没有人可以核查', en: 'Nobody may verify' },
  'fault.noSuperior': { zh: '没有上级工作台', en: 'No desk above' },
  'fault.noClockRule': { zh: '没有时限规则', en: 'No clock rule' },
  'fault.supervisionUnanswered': { zh: '督办单到顶仍未答复', en: 'Supervision orders unanswered at the top' },
  'fault.deskWithoutStaff': { zh: '工作台没有人', en: 'Desks without staff' },
  'fault.yearUnpublished': { zh: '放假安排未载入', en: 'Calendar years not loaded' },
  'fault.categoryWithoutRow': { zh: '常用事项不在权责清单里', en: 'Everyday categories without a duty row' },
  'fault.dutyGap': { zh: '权责清单有空白', en: 'Gaps in the duty list' },
  'fault.misleadingRow': { zh: '权责清单派错', en: 'Duty rows that misled' },
  'fault.noDutyRow': { zh: '权责清单没有这类事项', en: 'No duty row for it' },
  'fault.onNoGrid': { zh: '不在任何网格上', en: 'On no grid' },
  'fault.other': { zh: '其他', en: 'Other' },

  'fault.text.messageFailed': { zh: '一条消息没有送达（{detail}）', en: 'A message was not delivered ({detail})' },
  'fault.text.noVerifier': {
    zh: '{number} 已办结，但没有人可以核查',
    en: '{number} is finished, and nobody may verify it',
  },
  'fault.text.noSuperior': { zh: '{number} 找不到上级工作台（{detail}）', en: '{number} has no desk above ({detail})' },
  'fault.text.noClockRule': {
    zh: '{number} 的这个环节没有时限规则：{detail}',
    en: 'No rule times this stage of {number}: {detail}',
  },
  'fault.text.supervisionUnanswered': {
    zh: '{number} 的督办单到最上级仍未答复',
    en: 'The supervision order on {number} is unanswered at the top',
  },
  'fault.text.deskWithoutStaff': { zh: '{name} 的工作台没有在岗人员', en: 'Nobody holds a post at the desk of {name}' },
  'fault.text.yearUnpublished': {
    zh: '{name} 年的放假安排还没有载入，工作日只按周末推算',
    en: 'The calendar of {name} is not loaded: only weekends count as days off',
  },
  'fault.text.categoryWithoutRow': {
    zh: '“{name}”没有对应的责任单位，案件会留在属地',
    en: 'Nobody answers for “{name}”: its cases stay with the area’s own desk',
  },
  'fault.text.dutyGap': {
    zh: '“{name}”近 90 天有 {count} 件在权责清单里没有对应行',
    en: '“{name}”: {count, plural, one {# case} other {# cases}} in 90 days without a row in the duty list',
  },
  'fault.text.misleadingRow': {
    zh: '权责清单第 {name} 行近 90 天派错 {count} 件',
    en: 'Row {name} of the duty list misled {count, plural, one {# case} other {# cases}} in 90 days',
  },
  'fault.text.onNoGrid': {
    zh: '{name} 近 90 天有 {count} 件不在任何网格上',
    en: '{name}: {count, plural, one {# case} other {# cases}} in 90 days on no grid',
  },
  'fault.text.other': { zh: '{kind}：{detail}', en: '{kind}: {detail}' },
} as const satisfies Words;
