import { mayIn } from '@gezhi/domain/access/index';
import type { Values } from '@gezhi/domain/sheets/index';
import { sql } from 'kysely';
import { type ChatGroupTable, insertMany, updateMany } from '../database/index.ts';
import { newId } from '../new-id.ts';
import type { CellFault, Examined, SheetContext, SheetKind, SheetRow, TypedRow } from '../sheets/index.ts';
import { iso, type RegisterDeps } from './deps.ts';
import { listGroupRows } from './group-store.ts';
import { textOf } from './sheet-look.ts';

type Deps = Pick<RegisterDeps, 'isArea'>;

const batch = 1_000;
const separators = /[\s;；,，、]+/;

const codesOf = (values: Values) =>
  [
    ...new Set(
      textOf(values['covers'])
        .split(separators)
        .filter((code) => code !== ''),
    ),
  ].sort();

const keyOf = (values: Values) => JSON.stringify([textOf(values['area']), textOf(values['name'])]);

function shown({ id, version, area, name, platform, covers }: ChatGroupTable, said?: Values): SheetRow {
  const same = said !== undefined && codesOf(said).join() === covers.join();
  const text = same ? textOf(said['covers']) : covers.join('; ');
  return { id, version: String(version), values: { area, name, platform, covers: text } };
}

/** Chat groups as a sheet: told again by the area that keeps them and by name. Robots and whom they reach are not in it. */
export function groupSheet(deps: Deps): SheetKind {
  async function readGroups({ trx, county }: SheetContext, rows: readonly TypedRow[]) {
    const names = [...new Set(rows.map(({ values }) => textOf(values['name'])))];
    const { rows: found } = await sql<ChatGroupTable>`
      select * from chat_group
      where county = ${county} and retired_at is null and name = any(${names}::text[])`.execute(trx);
    return new Map(found.map((row) => [keyOf({ area: row.area, name: row.name }), row]));
  }

  function faultsOf({ actor }: SheetContext, values: Values): CellFault[] {
    const area = textOf(values['area']);
    if (area === '') return [];
    if (!deps.isArea(area)) return [{ column: 'area', code: 'sheet.fault.areaUnknown', params: { area } }];
    if (!mayIn(actor, 'register.edit', area)) return [{ column: 'area', code: 'sheet.fault.areaForbidden' }];
    const unknown = codesOf(values).find((code) => !deps.isArea(code));
    return unknown === undefined
      ? []
      : [{ column: 'covers', code: 'sheet.fault.areaUnknown', params: { area: unknown } }];
  }

  return {
    code: 'groups',
    name: 'registers.kind.groups',
    permission: { read: 'register.read', write: 'register.edit' },
    tables: ['chat_group'],
    columns: [
      { key: 'area', heading: 'registers.column.area', type: 'code', required: true, longest: 30 },
      { key: 'name', heading: 'registers.column.name', type: 'text', required: true, longest: 100 },
      { key: 'platform', heading: 'registers.column.platform', type: 'text', required: true, longest: 40 },
      { key: 'covers', heading: 'registers.column.covers', type: 'text', required: true, longest: 4_000 },
    ],
    keyOf,
    read: async function* read({ trx, county, actor }, { under }) {
      for (let after: { at: string; id: string } | undefined; ; ) {
        const rows = await listGroupRows(trx, county, { area: under }, after, batch);
        yield rows.filter(({ area }) => mayIn(actor, 'register.read', area)).map((row) => shown(row));
        const last = rows.at(-1);
        if (last === undefined || rows.length < batch) return;
        after = { at: last.area, id: last.id };
      }
    },
    examine: async (context, rows) => {
      const there = await readGroups(context, rows);
      return rows.map(({ values }): Examined => {
        const before = there.get(keyOf(values));
        return { faults: faultsOf(context, values), was: before && shown(before, values) };
      });
    },
    write: async (context, rows) => {
      const { trx, county, now } = context;
      const there = await readGroups(
        context,
        rows.map(({ row }) => row),
      );
      const fresh: ChatGroupTable[] = [];
      const different: ChatGroupTable[] = [];
      for (const { row } of rows) {
        const { values } = row;
        const before = there.get(keyOf(values));
        const platform = textOf(values['platform']) || (before?.platform ?? '');
        const covers = values['covers'] === undefined ? (before?.covers ?? []) : codesOf(values);
        if (before !== undefined) different.push({ ...before, platform, covers, version: before.version + 1 });
        else
          fresh.push({
            county,
            id: newId(),
            name: textOf(values['name']),
            platform,
            area: textOf(values['area']),
            covers,
            owner_post: null,
            robot: null,
            version: 1,
            created_at: iso(now),
            retired_at: null,
          });
      }
      await insertMany(trx, 'chat_group', fresh);
      await updateMany(trx, 'chat_group', county, 'id', ['platform', 'covers', 'version'], different);
    },
  };
}
