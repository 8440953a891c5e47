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
  'figures.about': { zh: '这些比率怎么算', en: 'How these rates are counted' },
  'figures.about.of': {
    zh: '分子：{numerator}；分母：{denominator}',
    en: 'Counted: {numerator}; out of: {denominator}',
  },
  'figures.about.whole': {
    zh: '分子只数分母里的案件。到期未办的留在分母里；拆分的案件由各子单计算。',
    en: 'Only cases of the denominator are counted above. Open overdue ones stay in it; a split case is counted by its parts.',
  },
  'figures.about.orgs': {
    zh: '按单位：只列派过工单的单位。受理台自办的案件没有单位，一件有几个单位时各计一次，所以各行相加不等于合计。',
    en: 'By body: only bodies with work orders are listed. Cases the desk handled itself have none, and a case with several bodies stands in each row, so the rows do not add up to the total.',
  },
  'figures.hint': {
    zh: '每个数字都能打开它背后的案件。横线是 95% 区间，件数少时很宽；不足 10 件的不排名。',
    en: 'Every number opens the cases behind it. The bar is the 95% interval: wide where there are few. Fewer than ten are not ranked.',
  },
  'faults.title': { zh: '故障与缺口', en: 'Faults and gaps' },
  'faults.count': {
    zh: '{kinds} 类，共 {n} 项',
    en: '{n, plural, one {# fault} other {# faults}} of {kinds, plural, one {# kind} other {# kinds}}',
  },
  'faults.intro': {
    zh: '最要紧的在最前。补好之后，这里的条目会自己消失。',
    en: 'The most serious first. What has been mended disappears from here by itself.',
  },
  'faults.showAll': { zh: '显示全部 {n} 项', en: 'Show all {n}' },
  'faults.go.rules': { zh: '去改规则', en: 'To the rules' },
  'faults.go.people': { zh: '去人员页授予岗位', en: 'To the posts' },
  'faults.go.places': { zh: '去区域页', en: 'To the places' },
  'faults.go.outbox': { zh: '去发件箱', en: 'To the outbox' },
  'faults.go.supervision': { zh: '去督办单', en: 'To the supervision orders' },
  'faults.go.cases': { zh: '去案件', en: 'To the cases' },
  'faults.go.duty': { zh: '去值班表', en: 'To the duty roster' },
  'faults.about.messageFailed': {
    zh: '收件人没有收到。在发件箱看失败原因，更正号码或通道后会再发。',
    en: 'The recipient has not got it. The outbox says why; it is sent again once the number or channel is right.',
  },
  'faults.about.noVerifier': {
    zh: '案件已办结，但除了经手的人，没有人有核查权限。给本级另一位同事或网格长授予有核查权限的岗位。',
    en: 'The work is done, but nobody except those who did it may verify. Give the right to another colleague or the grid chief.',
  },
  'faults.about.noSuperior': {
    zh: '要由上一级裁定或督办，但上面没有受理台。检查区域树，给上一级设岗。',
    en: 'Something must be judged one level up, and no desk is there. Check the tree and give posts there.',
  },
  'faults.about.noClockRule': {
    zh: '这个环节没有时限，不会到期也不会变红。在时限规则里补一行。',
    en: 'Without a rule the stage never falls due and never turns red. Add a row to the clock rules.',
  },
  'faults.about.supervisionUnanswered': {
    zh: '督办单已逐级上报到顶仍无人答复。打开案件答复，或当面督促。',
    en: 'The order went up to the top unanswered. Open the case and answer, or speak to those who owe it.',
  },
  'faults.about.deskWithoutStaff': {
    zh: '这些地方报来的事没有人受理，时限照走。给每个地方至少一位有受理权限的人；还没有启用的地方可以先不管。',
    en: 'Nobody accepts what is reported there, and the clocks run. Give somebody a desk post at each; places not in use yet can wait.',
  },
  'faults.about.yearUnpublished': {
    zh: '没有这一年的放假安排，工作日只按周末推算，遇节假日时限会偏早。国务院公布后在工作日历里载入。',
    en: 'Working days are reckoned by weekends only, so deadlines near holidays come too early. Load the sheet once it is published.',
  },
  'faults.about.categoryWithoutRow': {
    zh: '居民常选的事项没有责任单位，会留在属地自己办。在权责清单里补一行。',
    en: 'Residents choose it often and no body answers for it: it stays with the area. Add a row to the duty list.',
  },
  'faults.about.dutyGap': {
    zh: '近 90 天有案件找不到责任单位。看这些案件最后由谁办，再在权责清单里补一行。',
    en: 'Cases of the last 90 days found no body. See who did the work in the end and add a row to the duty list.',
  },
  'faults.about.misleadingRow': {
    zh: '按这一行派出的单多次被退回。问清由谁负责，改权责清单的这一行。',
    en: 'Work sent by this row comes back again and again. Find out who answers for it and change the row.',
  },
  'faults.about.onNoGrid': {
    zh: '这些案件落在任何网格之外。在区域页检查全覆盖，补画网格边界。',
    en: 'These cases lie outside every grid. Check the coverage on the places page and draw what is missing.',
  },
  'faults.about.other': { zh: '逐条查看。', en: 'Look at each.' },
  'faults.empty': { zh: '没有故障', en: 'Nothing is missing' },
  'faults.empty.hint': {
    zh: '没有人接、没有规则、没有送达的，都会出现在这里。',
    en: 'What nobody takes, no rule covers or did not arrive shows up here.',
  },
  'faults.more': { zh: '还有 {n} 项', en: '{n} more' },
} as const satisfies Words;
