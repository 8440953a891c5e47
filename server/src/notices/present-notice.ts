import type { NoticeRow } from '@gezhi/contract/notices/index';
import { inLocale, isWordId, type Locale, sayData } from '@gezhi/contract/words/index';
import { type NoticeKind, noticeKinds } from '@gezhi/domain/notices/index';
import type { RuleName } from '@gezhi/domain/rules/index';
import type { NoticeRow as Row } from './store.ts';

const isKind = (kind: string): kind is NoticeKind => (noticeKinds as readonly string[]).includes(kind);

/** A part of the sentence that is a word of the catalogues itself. */
function named(locale: Locale, prefix: string, part: string | undefined): string {
  const id = `${prefix}.${part ?? ''}`;
  return isWordId(id) ? sayData(locale, id) : (part ?? '');
}

/** The sentence of a notice. Undefined for a kind the program no longer has. */
function sentence(row: Row, locale: Locale, category: RuleName | undefined, words: string): string | undefined {
  if (!isKind(row.kind)) return undefined;
  const detail = row.detail as { ask?: string; stage?: string; number?: string };
  return sayData(locale, `notice.${row.kind}`, {
    number: row.number,
    category: inLocale(locale, category ?? { zh: row.category }),
    words,
    ask: named(locale, 'case.ask', detail.ask),
    stage: named(locale, 'case.stage', detail.stage),
    order: detail.number ?? '',
  });
}

/** A notice without what anybody wrote, which may name people: for screens that lie about locked. */
export function plainSentence(row: Row, locale: Locale, category: RuleName | undefined): string | undefined {
  return sentence(row, locale, category, '')?.replace(/[:：。.\s]+$/, '');
}

/** A notice as its person reads it. Undefined for a kind the program no longer has. */
export function presentNotice(
  row: Row,
  locale: Locale,
  categoryOf: (code: string) => RuleName | undefined,
): NoticeRow | undefined {
  const { words = '' } = row.detail as { words?: string };
  const text = sentence(row, locale, categoryOf(row.category), words);
  if (text === undefined || !isKind(row.kind)) return undefined;
  return {
    id: row.id,
    kind: row.kind,
    text,
    caseId: row.case_id,
    number: row.number,
    at: row.at,
    ...(row.read_at !== null && { readAt: row.read_at }),
  };
}
