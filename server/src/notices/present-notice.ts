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

/** A notice as its person reads it. Undefined for a kind the program no longer has. */
export function presentNotice(
  row: Row,
  locale: Locale,
  categoryOf: (code: string) => RuleName | undefined,
): NoticeRow | undefined {
  if (!isKind(row.kind)) return undefined;
  const detail = row.detail as { words?: string; ask?: string; stage?: string; number?: string };
  const text = sayData(locale, `notice.${row.kind}`, {
    number: row.number,
    category: inLocale(locale, categoryOf(row.category) ?? { zh: row.category }),
    words: detail.words ?? '',
    ask: named(locale, 'case.ask', detail.ask),
    stage: named(locale, 'case.stage', detail.stage),
    order: detail.number ?? '',
  });
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
