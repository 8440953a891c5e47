import type { Words } from './word.ts';

/** Organisations, people, posts and duty: headings of their sheets and what refuses. */
export const peopleWords = {
  'people.column.id': { zh: '编号', en: 'Id' },
  'people.column.code': { zh: '代码', en: 'Code' },
  'people.column.name': { zh: '名称', en: 'Name' },
  'people.column.person': { zh: '姓名', en: 'Name of person' },
  'people.column.kind': { zh: '类别', en: 'Kind' },
  'people.column.area': { zh: '区域代码', en: 'Area code' },
  'people.column.org': { zh: '组织', en: 'Organisation' },
  'people.column.parent': { zh: '上级组织编号', en: 'Parent id' },
  'people.column.dutyPhone': { zh: '值班电话', en: 'Duty phone' },
  'people.column.retiredAt': { zh: '停用时间', en: 'Retired at' },
  'people.column.phone': { zh: '电话（脱敏）', en: 'Phone (masked)' },
  'people.column.posts': { zh: '现任岗位', en: 'Posts held' },
  'people.column.account': { zh: '账号', en: 'Account' },
  'people.column.role': { zh: '角色', en: 'Role' },
  'people.column.from': { zh: '自', en: 'From' },
  'people.column.to': { zh: '至', en: 'To' },
  'people.column.time': { zh: '专兼职', en: 'Full or part time' },
  'people.column.endReason': { zh: '离岗原因', en: 'Reason of ending' },

  'problem.people.forbidden': {
    zh: '这不在您岗位管辖的区域内。请找上一级管理员。',
    en: 'This is outside the area of your posts. Ask the administrator above you.',
  },
  'problem.organisation.notFound': { zh: '没有这个组织。', en: 'There is no such organisation.' },
  'problem.organisation.unknown': {
    zh: '没有这个组织，或者它已停用。',
    en: 'There is no such organisation, or it has ended.',
  },
  'problem.organisation.retired': {
    zh: '这个组织已停用，不能再改。',
    en: 'This organisation has ended and cannot be changed.',
  },
  'problem.organisation.codeTaken': {
    zh: '代码 {code} 已经用过。停用的代码也不再重复使用。',
    en: 'Code {code} was used already. The code of an organisation that ended is not given again.',
  },
  'problem.organisation.circle': {
    zh: '这样会让组织成为自己的上级。请另选上级组织。',
    en: 'It would stand above itself. Choose another parent.',
  },
  'problem.organisation.hasPosts': {
    zh: '还有人在这个组织任职。请先结束这些岗位。',
    en: 'Somebody still holds a post in it. End those posts first.',
  },
  'problem.area.unknown': {
    zh: '没有编码为 {area} 的区域，或者它已停用。',
    en: 'There is no area {area}, or it has ended.',
  },
  'problem.person.notFound': { zh: '没有这个人。', en: 'There is no such person.' },
  'problem.person.unknown': { zh: '没有这个人，或者已经离开。', en: 'There is no such person, or they have left.' },
  'problem.phone.invalid': {
    zh: '看不出这是哪个号码。请填写手机号，或带区号的座机号。',
    en: 'This number cannot be read. Give a mobile number, or a landline with its area code.',
  },
  'problem.role.unknown': { zh: '没有“{role}”这个角色。', en: 'There is no role “{role}”.' },
  'problem.post.notFound': { zh: '没有这个岗位。', en: 'There is no such post.' },
  'problem.post.nowhere': { zh: '请指明岗位所在的区域或组织。', en: 'Name the area or the organisation of the post.' },
  'problem.post.endsBeforeItBegins': { zh: '结束时间要晚于开始时间。', en: 'It must end after it begins.' },
  'problem.post.endsInThePast': { zh: '岗位不能追溯到过去结束。', en: 'A post cannot be ended in the past.' },
  'problem.post.alreadyEnded': { zh: '这个岗位已经结束。', en: 'This post has ended already.' },
  'problem.duty.oneDesk': {
    zh: '请指明一个区域或一个组织，只指一个。',
    en: 'Name one area or one organisation, not both.',
  },
  'problem.duty.endsBeforeItBegins': { zh: '值班结束要晚于开始。', en: 'A turn must end after it begins.' },
  'problem.duty.tooLong': { zh: '一班最长 31 天。', en: 'A turn lasts 31 days at most.' },
  'problem.duty.notFound': { zh: '没有这一班。', en: 'There is no such turn.' },
  'problem.contact.notFound': { zh: '没有留下联系方式。', en: 'No contact was left.' },
  'problem.contact.gone': {
    zh: '这个人的信息已按规定删除，无法恢复。',
    en: "This person's data was erased and cannot be brought back.",
  },
} as const satisfies Words;
