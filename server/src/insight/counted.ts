import { chinaCalendar } from '@gezhi/domain/cases/index';
import { always } from '@gezhi/domain/insight/index';
import type { Instant } from '@gezhi/domain/time';
import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** Local days are the county's, whatever calendar its clocks follow: what was added up once stays as it is. */
export const { offsetMinutes } = chinaCalendar;

/** Cases that the cells do not hold as they are: so written, it is the predicate of an index. */
export const uncounted: RawBuilder<SqlBool> = sql`uncounted`;

/** What was added up and has changed by time since, or (a clock was set back) is not yet so. Bounds are those of the indexes. */
export const turned = (now: Instant): RawBuilder<SqlBool> =>
  sql`((until <= ${now}::bigint and until < ${sql.lit(always.until)}) or (since > ${now}::bigint and since > ${sql.lit(always.since)}))`;
