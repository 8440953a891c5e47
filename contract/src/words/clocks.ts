import type { Words } from './word.ts';

/** How time left and time gone are said. */
export const clockWords = {
  'clock.left.minutes': { zh: '还剩 {n} 分钟', en: '{n, plural, one {# minute left} other {# minutes left}}' },
  'clock.left.hours': { zh: '还剩 {n} 小时', en: '{n, plural, one {# hour left} other {# hours left}}' },
  'clock.left.days': { zh: '还剩 {n} 天', en: '{n, plural, one {# day left} other {# days left}}' },
  'clock.left.workingMinutes': {
    zh: '还剩 {n} 分钟 (工作时)',
    en: '{n, plural, one {# working minute left} other {# working minutes left}}',
  },
  'clock.left.workingHours': {
    zh: '还剩 {n} 小时 (工作时)',
    en: '{n, plural, one {# working hour left} other {# working hours left}}',
  },
  'clock.left.workingDays': {
    zh: '还剩 {n} 个工作日',
    en: '{n, plural, one {# working day left} other {# working days left}}',
  },
  'clock.left.lastWorkingDay': { zh: '不足 1 个工作日', en: 'Less than a working day left' },
  'clock.left.now': { zh: '马上到期', en: 'Due now' },
  'clock.over.minutes': { zh: '超期 {n} 分钟', en: '{n, plural, one {# minute overdue} other {# minutes overdue}}' },
  'clock.over.hours': { zh: '超期 {n} 小时', en: '{n, plural, one {# hour overdue} other {# hours overdue}}' },
  'clock.over.days': { zh: '超期 {n} 天', en: '{n, plural, one {# day overdue} other {# days overdue}}' },
  'clock.amount.minutes': { zh: '{n} 分钟', en: '{n, plural, one {# minute} other {# minutes}}' },
  'clock.amount.hours': { zh: '{n} 小时', en: '{n, plural, one {# hour} other {# hours}}' },
  'clock.amount.workingMinutes': {
    zh: '{n} 分钟 (工作时)',
    en: '{n, plural, one {# working minute} other {# working minutes}}',
  },
  'clock.amount.workingHours': {
    zh: '{n} 小时 (工作时)',
    en: '{n, plural, one {# working hour} other {# working hours}}',
  },
  'clock.amount.workingDays': { zh: '{n} 个工作日', en: '{n, plural, one {# working day} other {# working days}}' },
  'clock.amount.days': { zh: '{n} 天', en: '{n, plural, one {# day} other {# days}}' },
  'clock.unit.minutes': { zh: '分钟', en: 'minutes' },
  'clock.unit.hours': { zh: '小时', en: 'hours' },
  'clock.unit.workingMinutes': { zh: '分钟 (工作时)', en: 'working minutes' },
  'clock.unit.workingHours': { zh: '小时 (工作时)', en: 'working hours' },
  'clock.unit.workingDays': { zh: '个工作日', en: 'working days' },
  'clock.unit.days': { zh: '天', en: 'days' },
  'clock.ago.now': { zh: '刚刚', en: 'just now' },
  'clock.ago.minutes': { zh: '{n} 分钟前', en: '{n, plural, one {# minute ago} other {# minutes ago}}' },
  'clock.ago.hours': { zh: '{n} 小时前', en: '{n, plural, one {# hour ago} other {# hours ago}}' },
  'clock.ago.days': { zh: '{n} 天前', en: '{n, plural, one {# day ago} other {# days ago}}' },
  'clock.due.at': { zh: '到期 {time}', en: 'Due {time}' },
  'clock.paused': { zh: '计时暂停', en: 'Clock stopped' },
  'clock.none': { zh: '无时限', en: 'No deadline' },
  'clock.tooltip': { zh: '{stage}时限：{time} 到期；规则：{rule}', en: '{stage} clock: due {time}; rule: {rule}' },
} as const satisfies Words;
