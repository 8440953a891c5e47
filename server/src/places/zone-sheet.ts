import { kindId } from '@gezhi/contract/places/index';
import { mayIn } from '@gezhi/domain/access/index';
import { withoutNested } from '@gezhi/domain/places/index';
import type { Values } from '@gezhi/domain/sheets/index';
import { newId } from '../new-id.ts';
import type { CellFault, Examined, SheetContext, SheetKind, SheetRow, TypedRow } from '../sheets/index.ts';
import { readAreaRows } from './area-store.ts';
import { keeps } from './deps.ts';
import {
  addZoneAreas,
  type AfterZone,
  findZoneNamed,
  insertZone,
  listZoneRows,
  readZoneAreas,
  removeZoneAreas,
  type StoredZone,
  updateZone,
} from './zone-store.ts';

const batch = 1_000;
const mostAreas = 2_000;
const separators = /[\s;；,，、]+/;

const text = (value: Values[string] | undefined): string => (typeof value === 'string' ? value : '');

const codesOf = (values: Values): readonly string[] =>
  withoutNested([
    ...new Set(
      text(values['areas'])
        .split(separators)
        .filter((code) => code !== ''),
    ),
  ]).toSorted();

interface Known {
  readonly zone: StoredZone;
  readonly areas: readonly string[];
}

/** A zone as its row; codes written in another way but meaning the same stay as they were written. */
function shown({ zone, areas }: Known, said?: Values): SheetRow {
  const { id, version, purpose, name } = zone;
  const same = said !== undefined && codesOf(said).join() === areas.join();
  return {
    id,
    version: String(version),
    values: { purpose, name, areas: same ? text(said['areas']) : areas.join('; ') },
  };
}

async function knownOf({ trx, county }: SheetContext, values: Values): Promise<Known | undefined> {
  const zone = await findZoneNamed(trx, county, text(values['purpose']), text(values['name']));
  if (zone === undefined) return undefined;
  return { zone, areas: (await readZoneAreas(trx, county, [zone.id])).get(zone.id) ?? [] };
}

/** Only areas that come in or go out must be the importer's own, as on the page. */
function touchedBy(values: Values, known: Known | undefined): readonly string[] {
  const after = codesOf(values);
  const before = known?.areas ?? [];
  return [...after.filter((area) => !before.includes(area)), ...before.filter((area) => !after.includes(area))];
}

async function faultsOf(
  { trx, county, actor }: SheetContext,
  values: Values,
  known: Known | undefined,
): Promise<CellFault[]> {
  const purpose = text(values['purpose']);
  if (purpose !== '' && !kindId.safeParse(purpose).success)
    return [{ column: 'purpose', code: 'sheet.fault.zonePurpose' }];
  const codes = codesOf(values);
  if (codes.length > mostAreas)
    return [{ column: 'areas', code: 'sheet.fault.tooLarge', params: { limit: mostAreas } }];
  const rows = await readAreaRows(trx, county, codes);
  const unknown = codes.find((code) => rows.get(code)?.retired_at !== null);
  if (unknown !== undefined) return [{ column: 'areas', code: 'sheet.fault.areaUnknown', params: { area: unknown } }];
  return touchedBy(values, known).some((area) => !keeps(actor, area))
    ? [{ column: 'areas', code: 'sheet.fault.areaForbidden' }]
    : [];
}

async function write({ trx, county }: SheetContext, values: Values, known: Known | undefined): Promise<void> {
  const codes = codesOf(values);
  if (known === undefined) {
    const row = { county, id: newId(), purpose: text(values['purpose']), name: text(values['name']), version: 1 };
    await insertZone(trx, row);
    return addZoneAreas(trx, county, row.id, codes);
  }
  const { zone, areas } = known;
  await updateZone(trx, { ...zone, version: zone.version + 1 });
  await removeZoneAreas(
    trx,
    county,
    zone.id,
    areas.filter((area) => !codes.includes(area)),
  );
  await addZoneAreas(
    trx,
    county,
    zone.id,
    codes.filter((area) => !areas.includes(area)),
  );
}

/** Zones as a sheet: told again by purpose and name; a row says all of a zone's areas. None is removed by a sheet. */
export function zoneSheet(): SheetKind {
  return {
    code: 'zones',
    name: 'sheet.kind.zones',
    permission: { read: 'place.read', write: 'place.edit' },
    tables: ['zone', 'zone_area'],
    columns: [
      {
        key: 'purpose',
        heading: 'sheet.column.zonePurpose',
        type: 'code',
        required: true,
        longest: 40,
        note: 'sheet.note.zonePurpose',
      },
      { key: 'name', heading: 'sheet.column.zoneName', type: 'text', required: true, longest: 100 },
      {
        key: 'areas',
        heading: 'sheet.column.zoneAreas',
        type: 'text',
        required: true,
        longest: 30_000,
        note: 'sheet.note.zoneAreas',
      },
    ],
    keyOf: (values) => JSON.stringify([text(values['purpose']), text(values['name'])]),
    read: async function* read({ trx, county, actor }, { under }) {
      for (let after: AfterZone | undefined; ; ) {
        const zones = await listZoneRows(trx, county, undefined, after, batch);
        const members = await readZoneAreas(
          trx,
          county,
          zones.map(({ id }) => id),
        );
        yield zones
          .map((zone) => ({ zone, areas: members.get(zone.id) ?? [] }))
          .filter(({ areas }) => areas.every((area) => mayIn(actor, 'place.read', area)))
          .filter(({ areas }) => under === undefined || areas.some((area) => area.startsWith(under)))
          .map((known) => shown(known));
        after = zones.at(-1);
        if (zones.length < batch) return;
      }
    },
    examine: async (context, rows: readonly TypedRow[]) => {
      const examined: Examined[] = [];
      for (const { values } of rows) {
        const known = await knownOf(context, values);
        examined.push({ faults: await faultsOf(context, values, known), was: known && shown(known, values) });
      }
      return examined;
    },
    write: async (context, rows) => {
      for (const { row } of rows) await write(context, row.values, await knownOf(context, row.values));
    },
  };
}
