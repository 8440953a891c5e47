export { type News, newsOf } from './news.ts';
export { type NoticeKind, noticeKinds } from './tellings.ts';
