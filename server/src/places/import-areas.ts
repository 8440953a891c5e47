import type { areaImport } from '@gezhi/contract/places/index';
import { type Area, type MultiPolygon, parentOf, refusalToCreate } from '@gezhi/domain/places/index';
import type { z } from 'zod';
import type { Trx } from '../database/index.ts';
import { type FieldError, refuse, type Refusal } from '../refusal.ts';
import { areaOf } from './area-row.ts';
import { insertAreas, nextVersion, readAreaRows, type StoredArea, updateArea } from './area-store.ts';
import { wordsOfArea } from './area-words.ts';
import { putBoundaryRows, readBoundaries, type StoredBoundary } from './boundary-store.ts';
import { newRow } from './create-area.ts';
import { type AreaRules, type Keeper, keeps, type PlacesDeps } from './deps.ts';
import { boundaryRow, drawBoundary, readBoundary } from './draw-boundary.ts';
import { insertWords, removeWords } from './word-store.ts';

export type AreaImport = z.output<typeof areaImport>;
type Feature = AreaImport['features'][number];

export interface ImportCounts {
  readonly created: number;
  readonly changed: number;
  readonly boundaries: number;
  readonly unchanged: number;
}

/** One feature, read: the row it makes or changes, and its boundary. */
interface Planned {
  readonly row: StoredArea;
  readonly before: StoredArea | undefined;
  readonly boundary: MultiPolygon | undefined;
}

const mostErrors = 100;

/**
 * Creates and changes areas from GeoJSON. The file is checked whole first: one mistake, and nothing is written.
 * Sent again it changes nothing.
 */
export async function importAreas(
  deps: Pick<PlacesDeps, 'clock' | 'areaRulesOf'>,
  trx: Trx,
  actor: Keeper,
  input: AreaImport,
): Promise<ImportCounts | Refusal> {
  const { county } = actor;
  const now = deps.clock.now();
  const changed = await nextVersion(trx, county);
  const rules = await deps.areaRulesOf(trx, county, now);
  const codes = input.features.map((feature) => feature.properties.code);
  const parents = codes.map((code) => parentOf(rules.scheme, code) ?? code);
  const known = await readAreaRows(trx, county, [...new Set([...codes, ...parents])]);
  const errors: FieldError[] = [];
  const planned = plan(input, rules, known, actor, changed, now, errors);
  if (errors.length > 0) {
    return refuse('area.import.invalid', { params: { count: errors.length }, errors: errors.slice(0, mostErrors) });
  }
  const versions = Map.groupBy(await readBoundaries(trx, county, codes), (row) => row.area);
  const from = input.validFrom === undefined ? now : Date.parse(input.validFrom);
  return input.check ? countsOf(planned, 0) : write(trx, county, planned, versions, from, changed);
}

function plan(
  input: AreaImport,
  rules: AreaRules,
  known: ReadonlyMap<string, StoredArea>,
  actor: Keeper,
  changed: number,
  now: number,
  errors: FieldError[],
): Planned[] {
  const rows = new Map(known);
  const find = (code: string): Area | undefined => {
    const row = rows.get(code);
    return row && areaOf(row);
  };
  // Parents come before what stands under them, wherever they are in the file.
  const inOrder = [...input.features.entries()].sort(
    ([, a], [, b]) => a.properties.code.length - b.properties.code.length,
  );
  const seen = new Set<string>();
  return inOrder.flatMap(([i, feature]) => {
    const { code } = feature.properties;
    const path = `features.${i}`;
    const before = known.get(code);
    const problem = seen.has(code) ? 'area.codeUsed' : problemOf(feature, before, rules, find, actor);
    seen.add(code);
    const boundary =
      feature.geometry === null ? undefined : readBoundary(feature.geometry, input.crs, `${path}.geometry`);
    if (problem !== undefined) errors.push({ path: `${path}.properties.code`, code: problem, params: { area: code } });
    if (boundary !== undefined && !('type' in boundary)) errors.push(...boundary);
    if (problem !== undefined || (boundary !== undefined && !('type' in boundary))) return [];
    const row =
      before === undefined ? freshRow(actor.county, feature, input, rules, changed, now) : merged(before, feature);
    rows.set(code, row);
    return [{ row, before, boundary }];
  });
}

function problemOf(
  feature: Feature,
  before: StoredArea | undefined,
  rules: AreaRules,
  find: (code: string) => Area | undefined,
  actor: Keeper,
): string | undefined {
  const { code, kind, name } = feature.properties;
  if (!keeps(actor, code)) return 'area.forbidden';
  if (before !== undefined) return before.retired_at === null ? undefined : 'area.retired';
  if (kind === undefined) return 'area.kind.unknown';
  if (name === undefined) return 'missing';
  return refusalToCreate(rules, find, { code, kind, name })?.refused;
}

function freshRow(
  county: string,
  feature: Feature,
  input: AreaImport,
  rules: AreaRules,
  changed: number,
  now: number,
): StoredArea {
  const { code, kind = '', name = '', households, population } = feature.properties;
  const parent = code.length > 6 ? parentOf(rules.scheme, code) : undefined;
  return newRow(county, { code, kind, name, households, population, validFrom: input.validFrom }, parent, changed, now);
}

/** What is named changes; the kind of an area that stands does not change by a file. */
function merged(before: StoredArea, { properties }: Feature): StoredArea {
  return {
    ...before,
    name: properties.name ?? before.name,
    households: properties.households === undefined ? before.households : properties.households,
    population: properties.population === undefined ? before.population : properties.population,
  };
}

async function write(
  trx: Trx,
  county: string,
  planned: readonly Planned[],
  versions: ReadonlyMap<string, readonly StoredBoundary[]>,
  from: number,
  changed: number,
): Promise<ImportCounts> {
  const fresh = planned.filter(({ before }) => before === undefined);
  const different = planned.filter(isChanged);
  await insertAreas(
    trx,
    fresh.map(({ row }) => row),
  );
  for (const { row } of different) await updateArea(trx, row, changed);
  const renamed = different.filter(({ row, before }) => row.name !== before?.name);
  await removeWords(
    trx,
    county,
    'area',
    renamed.map(({ row }) => row.code),
  );
  await insertWords(
    trx,
    [...fresh, ...renamed].flatMap(({ row }) => wordsOfArea(row)),
  );
  return countsOf(planned, await drawAll(trx, county, planned, versions, from, changed));
}

/** First boundaries go in together; redrawn ones each among their versions. */
async function drawAll(
  trx: Trx,
  county: string,
  planned: readonly Planned[],
  versions: ReadonlyMap<string, readonly StoredBoundary[]>,
  from: number,
  changed: number,
): Promise<number> {
  const first: StoredBoundary[] = [];
  let redrawn = 0;
  for (const { row, boundary } of planned) {
    if (boundary === undefined) continue;
    const existing = versions.get(row.code);
    if (existing === undefined) {
      first.push(boundaryRow(county, row.code, boundary, from, undefined, changed));
    } else {
      const { written } = await drawBoundary(trx, county, row.code, boundary, from, existing, changed);
      if (written) redrawn++;
    }
  }
  await putBoundaryRows(trx, first);
  return first.length + redrawn;
}

function countsOf(planned: readonly Planned[], boundaries: number): ImportCounts {
  const created = planned.filter(({ before }) => before === undefined).length;
  const changed = planned.filter(isChanged).length;
  return { created, changed, boundaries, unchanged: planned.length - created - changed };
}

function isChanged({ row, before }: Planned): boolean {
  return (
    before !== undefined &&
    (row.name !== before.name || row.households !== before.households || row.population !== before.population)
  );
}
