import { randomBytes } from 'node:crypto';
import type { RuleBody } from '@gezhi/contract/rules/index';
import { type Actor } from '@gezhi/domain/access/index';
import { caseNumberBytes, caseNumberFrom, decide, type ImportCommand } from '@gezhi/domain/cases/index';
import { localDateOf } from '@gezhi/domain/time';
import {
  type CaseDeps,
  contextOf,
  type CountyRules,
  type Directory,
  type NewCase,
  recordImported,
} from '../../cases/index.ts';
import type { Trx } from '../../database/index.ts';
import { addOrganisation, type PeopleDeps } from '../../people/index.ts';
import { importDivisions, type PlacesDeps } from '../../places/index.ts';
import { isRefusal } from '../../refusal.ts';
import { seedRules } from '../../rules/index.ts';
import { countyOfList, type ListCounty } from './county-of-list.ts';
import type { ImportMapping } from './mapping.ts';
import { type FaultyRow, type PlannedRow, planRows, type Row } from './plan-row.ts';
import { knownNumbers, orgsByCode } from './store.ts';

/** What came of an import. */
export interface ImportResult {
  readonly rows: number;
  readonly added: number;
  /** Taken in an earlier run. */
  readonly known: number;
  readonly faulty: readonly FaultyRow[];
  readonly areas: number;
  readonly withoutPlace: number;
}

export interface ImportDeps extends CaseDeps {
  readonly areaDeps: Pick<PlacesDeps, 'db' | 'clock' | 'areaRulesOf' | 'places'>;
  readonly changed: PeopleDeps['changed'];
}

/** Rules hold since before the oldest matter anybody will bring. */
const rulesFrom = Date.UTC(2000, 0, 1);
const batchSize = 50;
const orgCode = (index: number): string => `source-${index + 1}`;

function categoriesFor({ categories, groups }: ListCounty): RuleBody<'categories'> {
  const all = [
    ...[...groups].map(([code, name]) => ({ code, name })),
    ...[...categories].map(([name, code]) => ({ code, name })),
  ];
  return {
    // A name of the source may be longer than ours.
    categories: all.map(({ code, name }) => ({ code, name: { zh: name.slice(0, 60), en: name.slice(0, 120) } })),
    everyday: [...groups]
      .slice(0, 12)
      .map(([code, name]) => ({ code, name: { zh: name.slice(0, 60), en: name.slice(0, 120) }, words: [] })),
  };
}

/** Makes the county with its areas, categories and bodies, as far as they are not there. */
async function prepareCounty(
  deps: ImportDeps,
  mapping: ImportMapping,
  county: ListCounty,
): Promise<ReadonlyMap<string, string>> {
  const { code, name, street } = mapping.county;
  const divisions = [
    { code, name },
    street,
    ...[...county.areas].map(([area, areaCode]) => ({ code: areaCode, name: area })),
  ];
  await deps.db.transaction({ county: code, system: true }, (trx) =>
    seedRules(trx, code, rulesFrom, { categories: categoriesFor(county) }),
  );
  await importDivisions(deps.areaDeps, divisions, rulesFrom);
  const orgs = await deps.db.transaction({ county: code, system: true }, async (trx) => {
    const known = await orgsByCode(trx, code);
    for (const [index, org] of county.orgs.entries()) {
      if (known.has(orgCode(index))) continue;
      const added = await addOrganisation(
        trx,
        deps,
        code,
        { kind: 'department', name: org, area: code, code: orgCode(index) },
        deps.clock.now(),
      );
      if (isRefusal(added)) throw new Error(`organisation ${org} cannot be added: ${added.code}`);
      known.set(orgCode(index), added.id);
    }
    return known;
  });
  return new Map(county.orgs.map((org, index) => [org, orgs.get(orgCode(index)) ?? '']));
}

interface Taking {
  readonly mapping: ImportMapping;
  readonly county: ListCounty;
  readonly orgs: ReadonlyMap<string, string>;
  readonly rules: CountyRules;
  readonly directory: Directory;
}

function commandOf(deps: ImportDeps, { mapping, county, orgs, rules }: Taking, row: PlannedRow): ImportCommand {
  const { code, street } = mapping.county;
  const area = (row.area !== undefined && county.areas.get(row.area)) || street.code;
  const org = row.org === undefined ? undefined : orgs.get(row.org);
  return {
    type: 'import',
    report: {
      id: deps.newId(),
      county: code,
      number: caseNumberFrom(localDateOf(row.reportedAt, rules.calendar.offsetMinutes), randomBytes(caseNumberBytes)),
      channel: 'import',
      reporter: { kind: 'source', name: mapping.source },
      category: county.categories.get(row.category) ?? rules.otherCategory,
      area,
      ...(row.point && { point: row.point }),
      ...(row.address !== undefined && { address: row.address }),
      onNoGrid: false,
      description: row.description,
      photos: [],
      hideFromHandler: false,
    },
    source: { name: mapping.source, number: row.number },
    reportedAt: row.reportedAt,
    ...(row.dueAt !== undefined && { dueAt: row.dueAt }),
    ...(org !== undefined && { lead: { kind: 'org', org } }),
    state: row.state,
    ...(row.closedAt !== undefined && { closedAt: row.closedAt }),
    ...(row.reason !== undefined && { reason: row.reason }),
  };
}

async function decided(deps: ImportDeps, trx: Trx, taking: Taking, row: PlannedRow): Promise<NewCase> {
  const county = taking.mapping.county.code;
  const actor: Actor = { kind: 'system', county };
  const now = deps.clock.now();
  const command = commandOf(deps, taking, row);
  const context = await contextOf({ ...taking, county, places: deps.places, actor, now }, trx, undefined, command);
  const decision = decide(undefined, command, context);
  if (!decision.ok) throw new Error(`line ${row.line}: ${decision.refusal.code}`);
  return { after: decision.case, events: decision.events, quarantined: false };
}

/**
 * Brings a list of cases in, each through `decide` with its own times. Run again it adds nothing; what cannot be taken
 * is answered with its line and reason.
 * @param progress told how many rows are done
 */
export async function importCases(
  deps: ImportDeps,
  mapping: ImportMapping,
  rows: readonly Row[],
  progress: (done: number) => void = () => undefined,
): Promise<ImportResult> {
  const { taken, faulty } = planRows(mapping, rows);
  const code = mapping.county.code;
  const county = countyOfList(mapping, taken);
  const orgs = await prepareCounty(deps, mapping, county);
  const rules = await deps.rules(code, deps.clock.now());
  const directory = await deps.directory(code);
  const taking = { mapping, county, orgs, rules, directory };
  let added = 0;
  for (let from = 0; from < taken.length; from += batchSize) {
    const batch = taken.slice(from, from + batchSize);
    added += await deps.db.transaction({ county: code, system: true }, async (trx) => {
      const known = await knownNumbers(
        trx,
        code,
        mapping.source,
        batch.map((row) => row.number),
      );
      const fresh = batch.filter((row) => !known.has(row.number));
      const cases: NewCase[] = [];
      for (const row of fresh) cases.push(await decided(deps, trx, taking, row));
      await recordImported(trx, rules, deps.clock.now(), cases);
      return fresh.length;
    });
    progress(Math.min(from + batchSize, taken.length));
  }
  return {
    rows: rows.length,
    added,
    known: taken.length - added,
    faulty,
    areas: county.areas.size,
    withoutPlace: taken.filter((row) => row.point === undefined).length,
  };
}
