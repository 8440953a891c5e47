import type { Words } from './word.ts';

/** Figures and faults on the desk. */
export const deskFigureWords = {
  'figures.title': { zh: '数据', en: 'Figures' },
  'figures.asOf': { zh: '截至 {time}', en: 'As of {time}' },
  'figures.by': { zh: '分组', en: 'Grouped by' },
  'figures.by.area': { zh: '按区域', en: 'By area' },
  'figures.by.org': { zh: '按单位', en: 'By body' },
  'figures.by.category': { zh: '按事项', en: 'By category' },
  'figures.level': { zh: '细到几级', en: 'How deep' },
  'figures.level.n': { zh: '下 {n} 级', en: '{n, plural, one {# level down} other {# levels down}}' },
  'figures.period': { zh: '期间', en: 'Period' },
  'figures.period.week': { zh: '本周', en: 'This week' },
  'figures.period.month': { zh: '本月', en: 'This month' },
  'figures.period.days30': { zh: '近 30 天', en: 'Last 30 days' },
  'figures.period.year': { zh: '今年', en: 'This year' },
  'figures.total': { zh: '合计', en: 'All together' },
  'figures.own': { zh: '{name}本级', en: '{name} itself' },
  'figures.cases': { zh: '件数', en: 'Cases' },
  'figures.overdue': { zh: '超期在办', en: 'Open overdue' },
  'figures.none': { zh: '无', en: 'None' },
  'figures.of': { zh: '{m} / {n}', en: '{m} / {n}' },
  'figures.few': { zh: '不排名', en: 'Not ranked' },
  'figures.interval': { zh: '95% 区间 {low}%–{high}%', en: '95% interval {low}%–{high}%' },
  'figures.hint': {
    zh: '每个数字都能打开它背后的案件。横线是 95% 区间，件数少时很宽；不足 10 件的不排名。',
    en: 'Every number opens the cases behind it. The bar is the 95% interval: wide where there are few. Fewer than ten are not ranked.',
  },
  'faults.title': { zh: '故障与缺口', en: 'Faults and gaps' },
  'faults.count': { zh: '{n} 项', en: '{n, plural, one {# fault} other {# faults}}' },
  'faults.empty': { zh: '没有故障', en: 'Nothing is missing' },
  'faults.empty.hint': {
    zh: '没有人接、没有规则、没有送达的，都会出现在这里。',
    en: 'What nobody takes, no rule covers or did not arrive shows up here.',
  },
  'faults.more': { zh: '还有 {n} 项', en: '{n} more' },
} as const satisfies Words;
