import type { Instant } from '../time.ts';

const dayMs = 86_400_000;

/** On what a record of care rests. */
export const careBases = ['consent', 'law'] as const;
export type CareBasis = (typeof careBases)[number];

/** What came of a visit. */
export const visitOutcomes = ['well', 'needsHelp', 'notHome', 'declined'] as const;

/** A record of care is kept three years at most; then consent is asked anew. */
export const longestCareMs = 3 * 366 * dayMs;

/** Why a record cannot be kept so. */
export function careRefusal(
  record: { readonly from: Instant; readonly expires: Instant },
  now: Instant,
): 'care.expired.invalid' | 'care.tooLong.invalid' | undefined {
  if (record.expires <= now || record.expires <= record.from) return 'care.expired.invalid';
  return record.expires - Math.min(record.from, now) > longestCareMs ? 'care.tooLong.invalid' : undefined;
}

/** When the next visit is due: an interval after the last one, or after the record began. */
export function visitDue(intervalDays: number, from: Instant, visited: Instant | undefined): Instant {
  return (visited ?? from) + intervalDays * dayMs;
}

/**
 * Names no kind of care may have: belief, opinion, ethnicity, petitioning, being watched. A guard against a list that must
 * not be, not a filter of words: what it misses is refused by whoever reviews the kinds.
 */
const forbidden = [
  /重点人|重点对象|重点关注|重点管控|管控对象|稳控|布控|监控对象|风险人员|高危人员|危险人员|黑名单|特殊人群|涉稳|不稳定|危险分子|四类人员|五类人员|红色等级|流动人口|外来人员|管控|稳控/,
  /上访|信访|缠访|闹访|访民|维权/,
  /宗教|信教|教徒|信徒|基督|天主|伊斯兰|穆斯林|佛教|道教|邪教|法轮/,
  /民族|少数族|维吾尔|维族|藏族|回族|哈萨克|壮族|满族|苗族|彝族|蒙古族|侗族|瑶族|朝鲜族|土家族|党员身份|非党员/,
  /政见|思想|异见|舆情|言论|政治/,
  /刑满|前科|吸毒|涉毒|社区矫正|精神病|艾滋|性取向|同性恋/,
  /\b(petition|religio|belie[fv]|ethni|minorit|opinion|dissent|politic|watch|key person|black ?list|suspect|criminal|muslim|christian|buddhis|lgbt|zhong ?dian ?ren|shang ?fang|keyperson)/i,
];

/** Whether a kind of care by this name would mark persons by what no list may mark. */
export function marksPersons(name: string): boolean {
  const plain = name
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Cc}·.、,，_-]/gu, '')
    .replaceAll('點', '点')
    .replaceAll('員', '员');
  return forbidden.some((pattern) => pattern.test(plain) || pattern.test(name.normalize('NFKC')));
}

/** A kind of care as a county starts with it; a county adds its own. */
export interface CareKind {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** Days between visits. */
  readonly intervalDays: number;
}

export const defaultCareKinds: readonly CareKind[] = [
  { code: 'livingAlone', name: { zh: '独居老人', en: 'elderly living alone' }, intervalDays: 7 },
  { code: 'childInDifficulty', name: { zh: '困境儿童', en: 'child in difficulty' }, intervalDays: 30 },
  { code: 'disabled', name: { zh: '残疾人', en: 'disabled' }, intervalDays: 30 },
  { code: 'outOfWork', name: { zh: '失业人员', en: 'out of work' }, intervalDays: 90 },
];
