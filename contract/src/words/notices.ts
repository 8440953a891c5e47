import type { Words } from './word.ts';

/** What staff find on their unread list (`notice.`), and what residents are sent (`message.`). */
export const noticeWords = {
  'notice.caseArrived': { zh: '新诉求待受理：{category}（{number}）', en: 'New case to accept: {category} ({number})' },
  'notice.orderSent': {
    zh: '新工单待签收：{category}（{number}）',
    en: 'New work order to acknowledge: {category} ({number})',
  },
  'notice.summoned': {
    zh: '吹哨，请报到：{category}（{number}）。{words}',
    en: 'Summoned, please report in: {category} ({number}). {words}',
  },
  'notice.judgeAsked': {
    zh: '{ask}待裁定：{category}（{number}）。{words}',
    en: '{ask}, to judge: {category} ({number}). {words}',
  },
  'notice.judgedUpheld': {
    zh: '{ask}已同意：{category}（{number}）。{words}',
    en: '{ask}: granted. {category} ({number}). {words}',
  },
  'notice.judgedRefused': {
    zh: '{ask}未同意：{category}（{number}）。{words}',
    en: '{ask}: refused. {category} ({number}). {words}',
  },
  'notice.verificationDue': { zh: '待核查：{category}（{number}）', en: 'To verify: {category} ({number})' },
  'notice.verificationFailed': {
    zh: '核查未通过，请返工：{category}（{number}）。{words}',
    en: 'Verification failed, please rework: {category} ({number}). {words}',
  },
  'notice.withdrawn': {
    zh: '反映人已撤回：{category}（{number}）',
    en: 'Withdrawn by the reporter: {category} ({number})',
  },
  'notice.raisedAgain': {
    zh: '再次反映：{category}（{number}）。{words}',
    en: 'Raised again: {category} ({number}). {words}',
  },
  'notice.escalated': {
    zh: '已上报到本级：{category}（{number}）。{words}',
    en: 'Escalated to this desk: {category} ({number}). {words}',
  },
  'notice.reminded': { zh: '催办：{category}（{number}）。{words}', en: 'Reminder: {category} ({number}). {words}' },
  'notice.supervisionOrdered': {
    zh: '督办单待答复：{order}，{category}（{number}）',
    en: 'Supervision order to answer: {order}, {category} ({number})',
  },
  'notice.supervisionWentUp': {
    zh: '督办单逾期未答，已上升到本级：{order}，{category}（{number}）',
    en: 'Unanswered supervision order went up to this desk: {order}, {category} ({number})',
  },
  'notice.clockEnded': { zh: '{stage}已超期：{category}（{number}）', en: '{stage}: overdue. {category} ({number})' },
  'notice.reopened': {
    zh: '已重开，待派单：{category}（{number}）',
    en: 'Reopened, to dispatch: {category} ({number})',
  },
  'notice.transferred': { zh: '转给你办理：{category}（{number}）', en: 'Passed to you: {category} ({number})' },
  'notice.resumed': {
    zh: '挂账到期，恢复办理：{category}（{number}）',
    en: 'Deferral over, work resumes: {category} ({number})',
  },
  'notice.gateRefused': {
    zh: '网格按准入清单退回：{category}（{number}）',
    en: 'Sent back by the grid under the task gate: {category} ({number})',
  },
  'notice.accepted': {
    zh: '你上报的已受理：{category}（{number}）',
    en: 'Your report was accepted: {category} ({number})',
  },
  'notice.rejected': {
    zh: '你上报的不予受理：{category}（{number}）。{words}',
    en: 'Your report was rejected: {category} ({number}). {words}',
  },
  'notice.finished': {
    zh: '你上报的已办结，待核查：{category}（{number}）',
    en: 'Your report is finished, to be verified: {category} ({number})',
  },
  'notice.closed': { zh: '你上报的已结案：{category}（{number}）', en: 'Your report is closed: {category} ({number})' },
  'notice.reopeningUpheld': {
    zh: '{ask}已同意：{category}（{number}）。{words}',
    en: '{ask}: granted. {category} ({number}). {words}',
  },
  'notice.reopeningRefused': {
    zh: '{ask}未同意：{category}（{number}）。{words}',
    en: '{ask}: refused. {category} ({number}). {words}',
  },
  'notice.merged': {
    zh: '你上报的已并入另一件：{category}（{number}）',
    en: 'Your report was put together with another: {category} ({number})',
  },
  'notice.unmerged': {
    zh: '你上报的已恢复单独办理：{category}（{number}）',
    en: 'Your report stands by itself again: {category} ({number})',
  },

  'message.matter': { zh: '问题', en: 'matter' },
  'message.received': {
    zh: '您反映的“{category}”已收到（编号 {number}）{next}。查进度、补充、评价：{link}',
    en: 'Your report “{category}” was received (number {number}){next}. Follow it, add to it and rate it: {link}',
  },
  'message.accepted': {
    zh: '您反映的“{category}”（编号 {number}）已受理{next}。凭查询码可随时查看进度。',
    en: 'Your report “{category}” (number {number}) was accepted{next}. Follow it at any time with your code.',
  },
  'message.rejected': {
    zh: '您反映的“{category}”（编号 {number}）未予受理，原因：{words}。如有异议，可凭查询码申诉。',
    en: 'Your report “{category}” (number {number}) was not taken up: {words}. If you disagree, appeal with your code.',
  },
  'message.finished': {
    zh: '您反映的“{category}”（编号 {number}）处理完了，正在核查。',
    en: 'Your report “{category}” (number {number}) has been dealt with and is being checked.',
  },
  'message.closed': {
    zh: '“{category}”（编号 {number}）已结案。是否解决由您说了算：请凭查询码评价，未解决可申请重开。',
    en: '“{category}” (number {number}) is closed. You say whether it is solved: rate it with your code, or ask to reopen it.',
  },
  'message.supportedClosed': {
    zh: '您也关注的“{category}”（编号 {number}）已结案。',
    en: '“{category}” (number {number}), which you supported, is closed.',
  },
  'message.reopeningUpheld': {
    zh: '您对“{category}”（编号 {number}）的申请已同意，重新办理。答复：{words}',
    en: 'Your request on “{category}” (number {number}) was granted; work begins again. Answer: {words}',
  },
  'message.reopeningRefused': {
    zh: '您对“{category}”（编号 {number}）的申请未获同意。理由：{words}',
    en: 'Your request on “{category}” (number {number}) was refused. Reason: {words}',
  },
  'message.merged': {
    zh: '您反映的“{category}”（编号 {number}）与另一件是同一问题，已合并办理，结果会一并告诉您。',
    en: 'Your report “{category}” (number {number}) is the same matter as another and was put together with it. You will be told the result.',
  },
  'message.unmerged': {
    zh: '您反映的“{category}”（编号 {number}）已恢复单独办理。',
    en: 'Your report “{category}” (number {number}) is dealt with by itself again.',
  },
  'message.subject': { zh: '格治：您反映的问题有新进展', en: 'Gezhi: news of your report' },

  'outbox.column.at': { zh: '时间', en: 'Time' },
  'outbox.column.kind': { zh: '方式', en: 'By' },
  'outbox.column.recipient': { zh: '收件人', en: 'Recipient' },
  'outbox.column.text': { zh: '内容', en: 'Text' },
  'outbox.column.state': { zh: '状态', en: 'State' },
  'outbox.column.error': { zh: '失败原因', en: 'Why it failed' },
  'problem.push.invalid': {
    zh: '这个浏览器给的推送地址不能用，提醒没有开启。新消息仍在“消息”里。',
    en: 'The push address of this browser cannot be used; alerts stay off. Notices are in the app as before.',
  },
  'problem.notice.notFound': { zh: '没有这条通知。', en: 'There is no such notice.' },
} as const satisfies Words;
