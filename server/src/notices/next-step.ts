import { type Locale, sayData } from '@gezhi/contract/words/index';
import { type Body, type Case, currentClock, ownerOf } from '@gezhi/domain/cases/index';
import type { Trx } from '../database/index.ts';
// Residents read the same times on their pages.
import { exactTime } from '../resident/exact-time.ts';

/** The name of a body: an organisation's own, a desk's or grid's that of its area. */
async function nameOf(trx: Trx, county: string, body: Body): Promise<string> {
  const row =
    body.kind === 'org'
      ? await trx
          .selectFrom('organisation')
          .select('name')
          .where('county', '=', county)
          .where('id', '=', body.org)
          .executeTakeFirst()
      : await trx
          .selectFrom('area')
          .select('name')
          .where('county', '=', county)
          .where('code', '=', body.area)
          .executeTakeFirst();
  return row?.name ?? '';
}

/** Who owes what by when, as it stands after a comma: `，等荷城社区受理，最晚 11月20日 11:10`. Empty once nobody owes anything. */
export async function nextStep(trx: Trx, locale: Locale, found: Case): Promise<string> {
  const [owner, clock] = [ownerOf(found), currentClock(found)];
  const name = owner && (await nameOf(trx, found.county, owner));
  if (name === undefined || name === '' || clock === undefined) return '';
  const stage = sayData(locale, `resident.follow.stage.${clock.stage}`);
  const comma = sayData(locale, 'case.comma');
  const due = sayData(locale, 'resident.follow.by', { time: exactTime(clock.dueAt, locale) });
  return [comma, sayData(locale, 'resident.follow.next', { owner: name, stage }), comma, due].join('');
}
