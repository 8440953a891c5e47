import { mayIn } from '@gezhi/domain/access/index';
import { tidyAddress } from '@gezhi/domain/registers/index';
import type { Values } from '@gezhi/domain/sheets/index';
import { type HouseholdTable, insertMany, updateMany } from '../database/index.ts';
import type { CellFault, SheetContext, SheetKind, SheetRow, TypedRow } from '../sheets/index.ts';
import type { RegisterDeps } from './deps.ts';
import { anchorNames, listHouseholdRows, readHouseholdsAt } from './household-store.ts';
import { anchorsByName, textOf } from './sheet-look.ts';
import { householdRow } from './write-households.ts';

type Deps = Pick<RegisterDeps, 'isArea'>;

const batch = 1_000;

function placeOf(values: Values): { readonly area: string; readonly address: string } {
  return { area: textOf(values['area']), address: tidyAddress(textOf(values['address'])) };
}

const keyOf = (values: Values) => `${placeOf(values).area} ${placeOf(values).address}`;

function shown(row: HouseholdTable, anchor: string | null): SheetRow {
  const { area, address, moved_at: moved } = row;
  return { id: row.id, version: String(row.version), values: { area, address, anchor, moved } };
}

/** Households as a sheet: told again by microgrid and address; only the anchor household and moving away change. */
export function householdSheet(deps: Deps): SheetKind {
  async function lookAt({ trx, county }: SheetContext, rows: readonly TypedRow[]) {
    const there = await readHouseholdsAt(
      trx,
      county,
      rows.map(({ values }) => placeOf(values)),
    );
    const names = rows.map(({ values }) => textOf(values['anchor'])).filter((name) => name !== '');
    const kept = [...there.values()].flatMap(({ anchor }) => anchor ?? []);
    return { there, anchors: await anchorsByName(trx, county, names), named: await anchorNames(trx, county, kept) };
  }

  function faultsOf(
    { actor }: SheetContext,
    anchors: ReadonlyMap<string, readonly string[]>,
    values: Values,
  ): CellFault[] {
    const area = textOf(values['area']);
    if (area === '') return [];
    if (!deps.isArea(area)) return [{ column: 'area', code: 'sheet.fault.areaUnknown', params: { area } }];
    if (!mayIn(actor, 'register.edit', area)) return [{ column: 'area', code: 'sheet.fault.areaForbidden' }];
    const anchor = textOf(values['anchor']);
    const found = anchor === '' ? 1 : (anchors.get(anchor)?.length ?? 0);
    if (found === 1) return [];
    return [{ column: 'anchor', code: found === 0 ? 'problem.anchor.unknown' : 'registers.fault.several' }];
  }

  return {
    code: 'households',
    name: 'registers.kind.households',
    permission: { read: 'register.read', write: 'register.edit' },
    tables: ['household'],
    columns: [
      {
        key: 'area',
        heading: 'registers.column.microgrid',
        type: 'code',
        required: true,
        longest: 30,
        note: 'sheet.note.areaCode',
      },
      { key: 'address', heading: 'registers.column.address', type: 'text', required: true, longest: 200 },
      { key: 'anchor', heading: 'registers.column.anchor', type: 'text', longest: 100, blank: 'keeps' },
      { key: 'moved', heading: 'registers.column.movedAt', type: 'instant' },
    ],
    keyOf,
    read: async function* read({ trx, county, actor }, { under }) {
      for (let after: { at: string; id: string } | undefined; ; ) {
        const rows = await listHouseholdRows(trx, county, { area: under, moved: true }, after, batch);
        const named = await anchorNames(
          trx,
          county,
          rows.flatMap(({ anchor }) => anchor ?? []),
        );
        yield rows
          .filter(({ area }) => mayIn(actor, 'register.read', area))
          .map((row) => shown(row, named.get(row.anchor ?? '') ?? null));
        const last = rows.at(-1);
        if (last === undefined || rows.length < batch) return;
        after = { at: last.area, id: last.address };
      }
    },
    examine: async (context, rows) => {
      const { there, anchors, named } = await lookAt(context, rows);
      return rows.map(({ values }) => {
        const before = there.get(keyOf(values));
        const was = before && shown(before, named.get(before.anchor ?? '') ?? null);
        // However the address was typed, it is the one that is there.
        const same = was && { ...was, values: { ...was.values, address: textOf(values['address']) } };
        return { faults: faultsOf(context, anchors, values), was: same };
      });
    },
    write: async (context, rows) => {
      const { trx, county, now } = context;
      const typed = rows.map(({ row }) => row);
      const { there, anchors } = await lookAt(context, typed);
      const fresh: HouseholdTable[] = [];
      const different: HouseholdTable[] = [];
      for (const { values } of typed) {
        const before = there.get(keyOf(values));
        const row = before ?? householdRow(county, placeOf(values), now);
        const moved = values['moved'] === undefined ? row.moved_at : textOf(values['moved']) || null;
        const said = anchors.get(textOf(values['anchor']))?.[0] ?? row.anchor;
        const next = { ...row, moved_at: moved, anchor: moved === null ? said : null };
        if (before === undefined) fresh.push(next);
        else different.push({ ...next, version: before.version + 1 });
      }
      await insertMany(trx, 'household', fresh);
      await updateMany(trx, 'household', county, 'id', ['anchor', 'moved_at', 'version'], different);
    },
  };
}
