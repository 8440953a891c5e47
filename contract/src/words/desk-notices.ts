import type { Words } from './word.ts';

/** The unread list and the outbox on the desk. */
export const deskNoticeWords = {
  'unread.title': { zh: '消息', en: 'Notices' },
  'unread.only': { zh: '未读', en: 'Unread' },
  'unread.all': { zh: '全部', en: 'All' },
  'unread.readAll': { zh: '全部标为已读', en: 'Mark all as read' },
  'unread.empty': { zh: '没有未读消息', en: 'Nothing unread' },
  'unread.new': { zh: '未读', en: 'Unread' },
  'outbox.title': { zh: '发件箱', en: 'Outbox' },
  'outbox.empty': { zh: '还没有发出的消息', en: 'Nothing sent yet' },
  'outbox.at': { zh: '时间', en: 'When' },
  'outbox.kind': { zh: '方式', en: 'By' },
  'outbox.kind.sms': { zh: '短信', en: 'SMS' },
  'outbox.kind.email': { zh: '邮件', en: 'E-mail' },
  'outbox.to': { zh: '收件人', en: 'To' },
  'outbox.text': { zh: '内容', en: 'Text' },
  'outbox.secret': { zh: '内容只给本人看', en: 'For the recipient only' },
  'outbox.state': { zh: '状态', en: 'State' },
  'outbox.state.waiting': { zh: '待发送', en: 'Waiting' },
  'outbox.state.sent': { zh: '已送出', en: 'Sent' },
  'outbox.state.kept': { zh: '留存 (演示)', en: 'Kept (demonstration)' },
  'outbox.state.failed': { zh: '失败', en: 'Failed' },
  'outbox.tries': { zh: '第 {n} 次尝试', en: 'Try {n}' },
  'outbox.case': { zh: '案件', en: 'Case' },
} as const satisfies Words;
