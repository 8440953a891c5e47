import type { EverydayCategory } from '@gezhi/domain/rules/index';
import { categoriesOf, readCut } from '../rules/index.ts';
import type { ChosenPlace } from './chosen-place.ts';
import type { ResidentDeps } from './deps.ts';
import type { Desk } from './report-form.ts';

type FactDeps = Pick<ResidentDeps, 'db' | 'clock' | 'config' | 'places'>;

/** The county of a page: that of a code, else the default, else the only one. */
export function countyOf({ config, places }: Pick<FactDeps, 'config' | 'places'>, code?: string): string | undefined {
  const served = places.served();
  const named = served.find(({ county }) => code?.startsWith(county) === true)?.county;
  return named ?? config.defaultCounty ?? (served.length === 1 ? served[0]?.county : undefined);
}

/** What residents mostly report, in their words; empty where the county is not known. */
export async function everydayOf(
  { db, clock }: FactDeps,
  county: string | undefined,
): Promise<readonly EverydayCategory[]> {
  const cut = county === undefined ? undefined : await readCut(db, county, clock.now());
  return cut === undefined ? [] : categoriesOf(cut).everyday;
}

/** The place of a label: its name, and its middle where it is small. Undefined for a code of no live area. */
export function placeOfLabel({ places, clock }: FactDeps, code: string): ChosenPlace | undefined {
  const area = places.find(code);
  if (area === undefined || (area.retiredAt !== undefined && area.retiredAt <= clock.now())) return undefined;
  const above = places
    .chainOf(code)
    .slice(-3)
    .map(({ name }) => name);
  return { area: code, name: above.join(' ') };
}

/** Desks over a place, the lowest first: whom a complaint may be about. */
export async function desksOver(
  { db, clock, places }: FactDeps,
  place: ChosenPlace | undefined,
): Promise<readonly Desk[]> {
  const code = place?.area ?? (place?.point && places.locate([...place.point])?.smallest);
  if (code === undefined) return [];
  const county = code.slice(0, 6);
  const cut = await readCut(db, county, clock.now());
  const withDesk = new Set(cut?.areaKinds.body.kinds.flatMap(({ id, desk }) => (desk ? [id] : [])));
  return places
    .chainOf(code)
    .filter(({ kind }) => withDesk.has(kind))
    .map(({ code: area, name }) => ({ code: area, name }))
    .toReversed();
}

/** Names of the smallest areas around a chosen point, for saying where it is. */
export function namesAround({ places }: Pick<FactDeps, 'places'>, place: ChosenPlace | undefined): string | undefined {
  const found = place?.point && places.locate([...place.point]);
  return found?.chain
    .slice(-2)
    .flatMap((code) => places.find(code)?.name ?? [])
    .join(' ');
}
