import { type FaultKind, faultKinds, type FaultRow, type FaultsAnswer } from '@gezhi/contract/insight/index';
import { inLocale, type Locale, sayData } from '@gezhi/contract/words/index';
import { type Actor, areaScope, mayIn } from '@gezhi/domain/access/index';
import { yearsMissing } from '@gezhi/domain/cases/index';
import { findKind } from '@gezhi/domain/places/index';
import { asSystem, scopeOf, type Trx } from '../database/index.ts';
import type { Deps } from '../deps.ts';
import type { Places } from '../places/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type Categories, categoriesOf, findCut, type RuleCut } from '../rules/index.ts';
import { countGaps, countMisled, countOnNoGrid, listStaffedAreas, readCaseNumbers } from './fault-count-store.ts';
import { listOpenFaults } from './fault-store.ts';

type Has = Pick<Deps, 'db' | 'clock'> & { readonly places: Pick<Places, 'find' | 'areasOf'> };
type Staff = Extract<Actor, { kind: 'staff' }>;

/** A fault before it is put into words. */
interface Found {
  readonly kind: FaultKind;
  readonly ref: string;
  /** What the sentence names. */
  readonly name?: string;
  readonly detail?: string;
  readonly count?: number;
  readonly area?: string;
  readonly caseId?: string;
  readonly at?: string;
}

interface Looking {
  readonly deps: Has;
  readonly trx: Trx;
  readonly actor: Staff;
  readonly cut: RuleCut;
  readonly categories: Categories;
  /** Prefixes of the areas looked at. */
  readonly areas: readonly string[];
  readonly now: number;
  readonly locale: Locale;
}

const dayMs = 86_400_000;
/** A year that is not loaded shows so long before it begins. */
const aheadMs = 60 * dayMs;
/** What is counted is counted over so long. */
const behindMs = 90 * dayMs;
/** Kept faults read at most, and rows shown of a kind. */
const mostKept = 1000;
const mostShown = 50;

/** Everything that is missing or went wrong in the actor's areas, by kind, the gravest first. */
export async function readFaults(
  deps: Has,
  actor: Staff,
  asked: string | undefined,
  locale: Locale,
): Promise<FaultsAnswer | Refusal> {
  const { county } = actor;
  const areas = faultAreas(actor, asked);
  if (areas.length === 0) return refuse('access.forbidden', { params: { permission: 'fault.read' } });
  const now = deps.clock.now();
  return deps.db.transaction(scopeOf(actor, county), async (trx) => {
    const cut = await findCut(trx, county, now);
    if (cut === undefined) return refuse('rules.notFound');
    const looking = { deps, trx, actor, cut, areas, now, locale, categories: categoriesOf(cut) };
    const all = [
      ...(await keptFaults(looking)),
      ...(await desksWithoutStaff(looking)),
      ...unpublishedYears(looking),
      ...everydayWithoutRow(looking),
      ...(await countedFaults(looking)),
    ];
    const groups = faultKinds.flatMap((kind) => groupOf(kind, all, locale));
    return { at: new Date(now).toISOString(), total: all.length, groups };
  });
}

function faultAreas(actor: Staff, asked: string | undefined): readonly string[] {
  if (asked !== undefined) return mayIn(actor, 'fault.read', asked) ? [asked] : [];
  return areaScope({ ...actor, posts: actor.posts.filter(({ permissions }) => permissions.includes('fault.read')) });
}

const isIn = (areas: readonly string[], area: string): boolean => areas.some((prefix) => area.startsWith(prefix));
const isKind = (kind: string): kind is FaultKind => (faultKinds as readonly string[]).includes(kind);

/** Faults that were noted when they happened. */
async function keptFaults({ trx, actor: { county }, areas }: Looking): Promise<Found[]> {
  const rows = (await listOpenFaults(trx, county, undefined, mostKept)).filter(({ area }) => isIn(areas, area));
  const cases = rows.flatMap(({ case_id: id }) => (id === null ? [] : [id]));
  const numbers = await readCaseNumbers(trx, county, cases);
  return rows.map((row) => {
    const { error, detail } = row.detail as { error?: string; detail?: string };
    return {
      kind: isKind(row.kind) ? row.kind : 'other',
      ref: row.ref,
      name: row.case_id === null ? row.kind : (numbers.get(row.case_id) ?? row.kind),
      detail: detail ?? error ?? row.kind,
      area: row.area,
      at: row.at,
      ...(row.case_id !== null && { caseId: row.case_id }),
    };
  });
}

/** Live areas whose kind has a desk, and nobody to sit at it. */
async function desksWithoutStaff({ deps, trx, actor: { county }, cut, areas, now }: Looking): Promise<Found[]> {
  const { kinds } = cut.areaKinds.body;
  const roles = cut.roles.body.roles.filter(({ permissions }) => permissions.includes('case.desk'));
  const iso = new Date(now).toISOString();
  const staffed = await listStaffedAreas(
    trx,
    county,
    roles.map(({ id }) => id),
    iso,
  );
  return [...deps.places.areasOf(county).values()]
    .filter(({ code, retiredAt }) => retiredAt === undefined && isIn(areas, code) && !staffed.has(code))
    .filter(({ kind }) => findKind(kinds, kind)?.desk === true)
    .map(({ code, name }) => ({ kind: 'deskWithoutStaff', ref: code, name, area: code }));
}

function unpublishedYears({ cut, now }: Looking): Found[] {
  return yearsMissing(cut.calendar.body, now, now + aheadMs).map((year) => ({
    kind: 'yearUnpublished',
    ref: String(year),
    name: String(year),
  }));
}

/** Everyday categories for which the duty list has no row at all, wherever and whenever. */
function everydayWithoutRow({ cut, categories, locale }: Looking): Found[] {
  const { rows } = cut.dutyList.body;
  return categories.everyday
    .filter(({ code }) => !rows.some(({ category = '' }) => code.startsWith(category)))
    .map(({ code, name }) => ({ kind: 'categoryWithoutRow', ref: code, name: inLocale(locale, name) }));
}

async function countedFaults({ deps, trx, actor, categories, areas, now, locale }: Looking): Promise<Found[]> {
  const { county } = actor;
  const since = new Date(now - behindMs).toISOString();
  const nameOf = (code: string): string => {
    const found = categories.byCode.get(code);
    return found === undefined ? code : inLocale(locale, found.name);
  };
  const gaps = await countGaps(trx, county, areas, since);
  const loose = await countOnNoGrid(trx, county, areas, since);
  // Rows of the duty list belong to the whole county, and so do the hand-backs counted against them.
  const whole = mayIn(actor, 'fault.read', county);
  const misled = whole ? await asSystem(trx, county, () => countMisled(trx, county, since)) : [];
  return [
    ...gaps.map(({ ref, count }) => ({ kind: 'dutyGap' as const, ref, count, name: nameOf(ref) })),
    ...misled.map(({ ref, count }) => ({ kind: 'misleadingRow' as const, ref, count, name: ref })),
    ...loose.map(({ ref, count }) => ({
      kind: 'onNoGrid' as const,
      ref,
      count,
      area: ref,
      name: deps.places.find(ref)?.name ?? ref,
    })),
  ];
}

function groupOf(kind: FaultKind, all: readonly Found[], locale: Locale): FaultsAnswer['groups'] {
  const own = all.filter((found) => found.kind === kind);
  if (own.length === 0) return [];
  const rows = own.slice(0, mostShown).map((found) => presented(found, locale));
  return [{ kind, name: sayData(locale, `fault.${kind}`), count: own.length, rows }];
}

function presented({ kind, name = '', detail = '', ...found }: Found, locale: Locale): FaultRow {
  const { count = 0 } = found;
  return { ...found, text: sayData(locale, `fault.text.${kind}`, { name, number: name, kind: name, detail, count }) };
}
