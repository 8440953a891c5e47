import type { Channel } from '@gezhi/domain/cases/index';
import type { Contact } from '../people/index.ts';
import { isRefusal, refuse } from '../refusal.ts';
import type { CaseDeps } from './deps.ts';
import { fileCase, filedAnswer } from './file-case.ts';
import { placeGiven } from './place-given.ts';

/** A report that another system brings for a resident. */
export interface AnonymousReport {
  readonly county: string;
  readonly channel: Channel;
  readonly category: string;
  readonly description: string;
  readonly place: {
    readonly point?: readonly [number, number] | undefined;
    readonly area?: string | undefined;
    readonly address?: string | undefined;
  };
  readonly contact: Contact;
  /** False: everything is checked as for filing, and nothing is kept. */
  readonly keep: boolean;
}

/** Files a report of a resident that came by another system. An address without a place goes to the county's own desk. */
export async function fileAnonymously(deps: CaseDeps, report: AnonymousReport) {
  const { county, place: where } = report;
  const now = deps.clock.now();
  const [rules, directory] = await Promise.all([deps.rules(county, now), deps.directory(county)]);
  const id = deps.newId();
  // Another system is one address for many residents: only the county's gauge counts it.
  const quarantined = report.keep && deps.gauges.county.passed(county, Date.now(), rules.flood.perCounty);
  const actor = { kind: 'public' } as const;
  const point = where.point && ([...where.point] as [number, number]);
  const given = {
    crs: 'WGS84' as const,
    ...(point && { point }),
    ...(where.address !== undefined && { address: where.address }),
    area: where.area ?? (point ? undefined : county),
  };
  const filed = await deps.db.transaction({ county, caseId: id, filing: true }, async (trx) => {
    const place = await placeGiven(deps, trx, county, given, actor);
    if (isRefusal(place)) return place;
    const words = {
      category: report.category,
      description: report.description,
      photos: [],
      onBehalf: false,
      hideFromHandler: false,
    };
    const done = await fileCase(deps, trx, {
      county,
      id,
      given: words,
      channel: report.channel,
      place,
      contact: report.contact,
      phoneVerified: false,
      actor,
      rules,
      directory,
      quarantined,
    });
    if (isRefusal(done)) return done;
    return report.keep ? filedAnswer(deps, done, quarantined) : refuse('case.checkedOnly');
  });
  return isRefusal(filed) && filed.code === 'case.checkedOnly' ? ('checked' as const) : filed;
}
