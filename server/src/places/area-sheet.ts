import { isWordId, sayData } from '@gezhi/contract/words/index';
import { mayIn } from '@gezhi/domain/access/index';
import { type Area, type AreaRefusal, parentOf, refusalToCreate } from '@gezhi/domain/places/index';
import type { Values } from '@gezhi/domain/sheets/index';
import { insertMany, updateMany } from '../database/index.ts';
import type { CellFault, Examined, SheetContext, SheetKind, SheetRow, TypedRow } from '../sheets/index.ts';
import { areaOf } from './area-row.ts';
import { listAreaRows, nextVersion, readAreaRows, type StoredArea } from './area-store.ts';
import { wordsOfArea } from './area-words.ts';
import { newRow } from './create-area.ts';
import { type AreaRules, keeps, type PlacesDeps } from './deps.ts';
import { removeWords } from './word-store.ts';

type Deps = Pick<PlacesDeps, 'areaRulesOf' | 'places'>;

const batch = 1_000;
const mostPeople = 100_000_000;

/** What other rows of the file must know of an area. */
interface Remembered {
  readonly kind: string;
  readonly name: string;
}

const text = (value: Values[string] | undefined): string => (typeof value === 'string' ? value : '');

/** Faults of a new area, by what the tree refuses. */
function treeFault({ refused }: AreaRefusal, parent: string): CellFault {
  if (refused.startsWith('code.')) return { column: 'code', code: 'sheet.fault.areaCode' };
  if (refused === 'area.parent.unknown' || refused === 'area.parentRetired') {
    return { column: 'code', code: 'sheet.fault.areaParent', params: { area: parent } };
  }
  return refused === 'area.kind.invalid'
    ? { column: 'kind', code: 'sheet.fault.areaKind' }
    : { column: 'code', code: 'sheet.fault.areaRetired' };
}

function shown(row: StoredArea, above: string): SheetRow {
  const { code, kind, name, households, population } = row;
  return { id: code, version: String(row.version), values: { code, kind, name, above, households, population } };
}

/** Areas of the tree as a sheet: the code tells them again, and says by its beginning what they stand in. */
export function areaSheet(deps: Deps): SheetKind {
  const above = (parent: string | null) => (parent === null ? '' : (deps.places.find(parent)?.name ?? parent));

  function faultsOf(
    context: SheetContext,
    rules: AreaRules,
    known: ReadonlyMap<string, StoredArea>,
    { values }: TypedRow,
  ): Examined {
    const code = text(values['code']);
    if (code === '') return { faults: [] };
    const before = known.get(code);
    if (!keeps(context.actor, code)) return { faults: [{ column: 'code', code: 'sheet.fault.areaForbidden' }] };
    if (before !== undefined && before.retired_at !== null)
      return { faults: [{ column: 'code', code: 'sheet.fault.areaRetired' }] };
    if (before !== undefined) {
      const fixed = values['kind'] !== undefined && values['kind'] !== before.kind;
      return {
        faults: fixed ? [{ column: 'kind', code: 'sheet.fault.areaKindFixed' }] : [],
        was: shown(before, above(before.parent)),
      };
    }
    const find = (wanted: string): Area | undefined => {
      const row = known.get(wanted);
      if (row !== undefined) return areaOf(row);
      const other = wanted === code ? undefined : (context.inFile(wanted) as Remembered | undefined);
      return other && { code: wanted, ...other, validFrom: context.now, succeededBy: [] };
    };
    const kind = text(values['kind']);
    // A kind that could not be read is a fault of its own.
    if (kind === '') return { faults: [] };
    const refusal = refusalToCreate(rules, find, { code, kind, name: text(values['name']) });
    return { faults: refusal === undefined ? [] : [treeFault(refusal, parentOf(rules.scheme, code) ?? '')] };
  }

  return {
    code: 'areas',
    name: 'sheet.kind.areas',
    permission: { read: 'place.read', write: 'place.edit' },
    tables: ['area', 'place_word'],
    columns: [
      {
        key: 'code',
        heading: 'sheet.column.areaCode',
        type: 'code',
        required: true,
        longest: 30,
        note: 'sheet.note.areaCode',
      },
      {
        key: 'kind',
        heading: 'sheet.column.areaKind',
        type: 'choice',
        required: true,
        choices: async ({ trx, county, now, locale }) => {
          const { kinds } = await deps.areaRulesOf(trx, county, now);
          return kinds.map(({ id }) => {
            const word = `places.kind.${id}`;
            return { code: id, name: isWordId(word) ? sayData(locale, word) : id };
          });
        },
      },
      { key: 'name', heading: 'sheet.column.areaName', type: 'text', required: true, longest: 100 },
      { key: 'above', heading: 'sheet.column.above', type: 'text', shown: true, longest: 100 },
      { key: 'households', heading: 'sheet.column.households', type: 'integer', least: 0, most: mostPeople },
      { key: 'population', heading: 'sheet.column.population', type: 'integer', least: 0, most: mostPeople },
    ],
    keyOf: (values) => text(values['code']),
    remember: (values): Remembered => ({ kind: text(values['kind']), name: text(values['name']) }),
    stageOf: (values) => text(values['code']).length,
    read: async function* read({ trx, county, actor }, { under }) {
      for (let after: string | undefined; ; ) {
        const rows = await listAreaRows(trx, county, { under }, after, batch);
        yield rows.filter(({ code }) => mayIn(actor, 'place.read', code)).map((row) => shown(row, above(row.parent)));
        after = rows.at(-1)?.code;
        if (rows.length < batch) return;
      }
    },
    examine: async (context, rows) => {
      const { trx, county, now } = context;
      const rules = await deps.areaRulesOf(trx, county, now);
      const codes = rows.map(({ values }) => text(values['code']));
      const parents = codes.map((code) => parentOf(rules.scheme, code) ?? code);
      const known = await readAreaRows(trx, county, [...new Set([...codes, ...parents])]);
      return rows.map((row) => faultsOf(context, rules, known, row));
    },
    write: async ({ trx, county, now }, rows) => {
      const changed = await nextVersion(trx, county);
      const { scheme } = await deps.areaRulesOf(trx, county, now);
      const known = await readAreaRows(
        trx,
        county,
        rows.flatMap(({ was }) => was?.id ?? []),
      );
      const fresh: StoredArea[] = [];
      const different: StoredArea[] = [];
      for (const { row, was } of rows) {
        const { values } = row;
        const code = text(values['code']);
        const before = was === undefined ? undefined : known.get(was.id);
        const counts = (key: 'households' | 'population') =>
          values[key] === undefined ? (before?.[key] ?? null) : (values[key] as number | null);
        const numbers = { households: counts('households'), population: counts('population') };
        const name = text(values['name']);
        if (before === undefined) {
          const parent = code.length > 6 ? parentOf(scheme, code) : undefined;
          fresh.push(newRow(county, { code, kind: text(values['kind']), name, ...numbers }, parent, changed, now));
        } else different.push({ ...before, name, ...numbers, version: before.version + 1, changed });
      }
      await insertMany(trx, 'area', fresh);
      const columns = ['name', 'households', 'population', 'version', 'changed'] as const;
      await updateMany(trx, 'area', county, 'code', columns, different);
      const renamed = different.filter(({ code, name }) => known.get(code)?.name !== name);
      await removeWords(
        trx,
        county,
        'area',
        renamed.map(({ code }) => code),
      );
      await insertMany(trx, 'place_word', [...fresh, ...renamed].flatMap(wordsOfArea));
    },
    written: (county) => deps.places.refresh(county),
  };
}
