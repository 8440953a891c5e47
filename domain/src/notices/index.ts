export { type News, newsOf } from './news.ts';
export {
  type Audience,
  type MessageKind,
  messageKinds,
  type NoticeKind,
  noticeKinds,
  type Telling,
} from './tellings.ts';
