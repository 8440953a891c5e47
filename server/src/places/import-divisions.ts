import { countyOf, faultOfCode, kindOfDivision, parentOf, withoutPadding } from '@gezhi/domain/places/index';
import type { Trx } from '../database/index.ts';
import { insertAreas, nextVersion, readAreaRows, type StoredArea } from './area-store.ts';
import { wordsOfArea } from './area-words.ts';
import { countyNames } from './county-names.ts';
import { newRow } from './create-area.ts';
import type { PlacesDeps } from './deps.ts';
import { insertWords } from './word-store.ts';

/** One row of a list of statistical divisions. Codes may be padded with zeros to 12 digits. */
export interface DivisionRow {
  readonly code: string;
  readonly name: string;
}

export interface DivisionCounts {
  readonly counties: readonly string[];
  readonly created: number;
  /** Areas that stood already; their names stay. */
  readonly known: number;
  readonly skipped: readonly { readonly code: string; readonly name: string; readonly reason: string }[];
}

/**
 * Brings the streets and villages of a division list in, each county in a transaction of its own, with the county
 * itself where the list does not carry it. Run again it adds nothing.
 * @param validFrom epoch ms from which the areas hold.
 */
export async function importDivisions(
  deps: Pick<PlacesDeps, 'db' | 'clock' | 'areaRulesOf' | 'places'>,
  rows: readonly DivisionRow[],
  validFrom: number,
): Promise<DivisionCounts> {
  const wanted = new Map<string, DivisionRow>();
  const skipped: { code: string; name: string; reason: string }[] = [];
  for (const { code: given, name } of rows) {
    const code = withoutPadding(given.trim());
    const reason = countyOf(code) === undefined ? 'area.aboveCounty' : name.trim() === '' ? 'text.blank' : undefined;
    if (reason === undefined) wanted.set(code, { code, name: name.trim() });
    else skipped.push({ code: given, name, reason });
  }
  const counties = Map.groupBy(wanted.values(), ({ code }) => countyOf(code) ?? '');
  let created = 0;
  let known = 0;
  for (const [county, divisions] of [...counties].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const counts = await deps.db.transaction({ county, system: true }, (trx) =>
      importCounty(deps, trx, county, divisions, validFrom),
    );
    created += counts.created;
    known += counts.known;
    skipped.push(...counts.skipped);
    await deps.places.refresh(county);
  }
  return { counties: [...counties.keys()].sort(), created, known, skipped };
}

async function importCounty(
  deps: Pick<PlacesDeps, 'clock' | 'areaRulesOf'>,
  trx: Trx,
  county: string,
  divisions: readonly DivisionRow[],
  validFrom: number,
): Promise<Omit<DivisionCounts, 'counties'>> {
  const now = deps.clock.now();
  const changed = await nextVersion(trx, county);
  const { scheme } = await deps.areaRulesOf(trx, county, now);
  const listed = divisions.some(({ code }) => code === county);
  const all = listed ? divisions : [{ code: county, name: countyNames.get(county) ?? county }, ...divisions];
  const known = await readAreaRows(
    trx,
    county,
    all.map(({ code }) => code),
  );
  const skipped: { code: string; name: string; reason: string }[] = [];
  const rows = new Map<string, StoredArea>();
  for (const { code, name } of [...all].sort((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1))) {
    if (known.has(code)) continue;
    const parent = code === county ? undefined : parentOf(scheme, code);
    const kind = kindOfDivision(scheme, code);
    const orphan = parent !== undefined && !known.has(parent) && !rows.has(parent);
    const reason = faultOfCode(scheme, code) ?? (orphan ? 'area.parent.unknown' : undefined);
    if (reason !== undefined || kind === undefined) skipped.push({ code, name, reason: reason ?? 'area.kind.unknown' });
    else
      rows.set(
        code,
        newRow(county, { code, kind, name, validFrom: new Date(validFrom).toISOString() }, parent, changed, now),
      );
  }
  const fresh = [...rows.values()];
  await insertAreas(trx, fresh);
  await insertWords(trx, fresh.flatMap(wordsOfArea));
  return { created: fresh.length, known: known.size, skipped };
}
