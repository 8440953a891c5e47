import { inLocale, sayNamed } from '@gezhi/contract/words/index';
import { mayIn } from '@gezhi/domain/access/index';
import { parsePhone } from '@gezhi/domain/people/index';
import { careBases, careRefusal, marksPersons } from '@gezhi/domain/registers/index';
import { isMasked, type Values } from '@gezhi/domain/sheets/index';
import type { CareRecordTable } from '../database/index.ts';
import { maskedContacts } from '../people/index.ts';
import { isRefusal } from '../refusal.ts';
import type { CellFault, Examined, SheetContext, SheetKind, SheetRow, TypedRow } from '../sheets/index.ts';
import { readCareKinds } from './care-kinds.ts';
import { readSecrets } from './care-secrets.ts';
import { listCareRows } from './care-store.ts';
import { iso, openFor, type RegisterDeps } from './deps.ts';
import { textOf } from './sheet-look.ts';
import { changeCare, openCare } from './write-care.ts';

type Deps = Pick<RegisterDeps, 'isArea' | 'keys'>;

const batch = 1_000;

type Masked = Awaited<ReturnType<typeof maskedContacts>>;

/** What rows of a file may mean, read together. */
interface Look {
  readonly records: readonly CareRecordTable[];
  readonly contacts: Masked;
  /** Ids of records by what a row without an id tells them by. */
  readonly byPerson: ReadonlyMap<string, string>;
}

const told = (kind: string, area: string, name: string, phone: string) =>
  JSON.stringify([kind, area, name, parsePhone(phone)?.number ?? phone]);

function shown(contacts: Masked, record: CareRecordTable, said: Values = {}): SheetRow {
  const contact = contacts.get(record.subject);
  const { id, version, kind, area, basis, purpose } = record;
  const values = {
    kind,
    area,
    // What tells the record again is never changed here, so however it was typed it is the same.
    name: textOf(said['name']) || (contact?.name ?? null),
    phone: textOf(said['phone']) || (contact?.phone ?? null),
    address: textOf(said['address']) || null,
    note: textOf(said['note']) || null,
    basis,
    basisNote: record.basis_note,
    purpose,
    expires: record.expires_at,
    id,
  };
  return { id, version: String(version), values };
}

/**
 * Records of care as a sheet. It goes out masked, without address and notes: what is behind the mask is shown one record
 * at a time, for a purpose. It comes in with consent or legal basis, purpose and expiry in every row.
 */
export function careSheet(deps: Deps): SheetKind {
  const clockOf = ({ now }: SheetContext) => ({ ...deps, clock: { now: () => now } });

  async function readAll(context: SheetContext, area?: string): Promise<CareRecordTable[]> {
    const { trx, county, actor, now } = context;
    const all: CareRecordTable[] = [];
    for (let after: { at: string; id: string } | undefined; ; ) {
      const rows = await listCareRows(trx, county, { area }, iso(now), after, batch);
      all.push(...rows.filter((row) => mayIn(actor, 'care.read', row.area)));
      const last = rows.at(-1);
      if (last === undefined || rows.length < batch) return all;
      after = { at: last.visit_due_at, id: last.id };
    }
  }

  /** Those of the areas that a file names are told again by name and number, so that a file sent twice doubles nobody. */
  async function lookAt(context: SheetContext, rows: readonly TypedRow[]): Promise<Look> {
    const { trx, county } = context;
    await openFor(trx, context.actor);
    const records = await readAll(context);
    const contacts = await maskedContacts(
      trx,
      deps.keys,
      county,
      records.map(({ subject }) => subject),
    );
    const named = rows.filter(({ values }) => textOf(values['id']) === '');
    const places = new Set(named.map(({ values }) => `${textOf(values['kind'])} ${textOf(values['area'])}`));
    const byPerson = new Map<string, string>();
    for (const record of records.filter(({ kind, area }) => places.has(`${kind} ${area}`))) {
      const secrets = await readSecrets(trx, deps.keys, record);
      if (secrets !== undefined)
        byPerson.set(told(record.kind, record.area, secrets.name ?? '', secrets.phone ?? ''), record.id);
    }
    return { records, contacts, byPerson };
  }

  function recordOf({ records, byPerson }: Look, values: Values): CareRecordTable | undefined {
    const id = textOf(values['id']);
    const [kind, area, name] = ['kind', 'area', 'name'].map((key) => textOf(values[key]).trim());
    const phone = textOf(values['phone']);
    const found = id || byPerson.get(told(kind ?? '', area ?? '', name ?? '', phone));
    return records.find((record) => record.id === found);
  }

  function newFaults(values: Values): CellFault[] {
    const faults: CellFault[] = [];
    if (textOf(values['name']).includes('**')) faults.push({ column: 'name', code: 'registers.fault.masked' });
    if (isMasked(textOf(values['phone']))) faults.push({ column: 'phone', code: 'registers.fault.masked' });
    return faults;
  }

  function changeFaults(look: Look, before: CareRecordTable, values: Values): CellFault[] {
    const contact = look.contacts.get(before.subject);
    const faults: CellFault[] = [];
    const [name, phone] = [textOf(values['name']), textOf(values['phone'])];
    if (textOf(values['id']) !== '' && name !== '' && name !== (contact?.name ?? ''))
      faults.push({ column: 'name', code: 'registers.fault.careFixed' });
    if (isMasked(phone) && phone !== (contact?.phone ?? ''))
      faults.push({ column: 'phone', code: 'registers.fault.masked' });
    if (textOf(values['kind']) !== before.kind) faults.push({ column: 'kind', code: 'registers.fault.careFixed' });
    if (textOf(values['basis']) !== before.basis) faults.push({ column: 'basis', code: 'registers.fault.careFixed' });
    return faults;
  }

  function faultsOf(context: SheetContext, look: Look, values: Values): CellFault[] {
    const { actor, now } = context;
    const area = textOf(values['area']);
    if (area === '') return [];
    if (!deps.isArea(area)) return [{ column: 'area', code: 'sheet.fault.areaUnknown', params: { area } }];
    const before = recordOf(look, values);
    if (![area, before?.area ?? area].every((code) => mayIn(actor, 'care.edit', code)))
      return [{ column: 'area', code: 'sheet.fault.areaForbidden' }];
    if (textOf(values['id']) !== '' && before === undefined) return [{ column: 'id', code: 'sheet.fault.idUnknown' }];
    const faults = before === undefined ? newFaults(values) : changeFaults(look, before, values);
    for (const column of ['purpose', 'basisNote'] as const)
      if (marksPersons(textOf(values[column]))) faults.push({ column, code: 'problem.care.kind.marksPersons.invalid' });
    const expires = textOf(values['expires']);
    const from = before === undefined ? now : Date.parse(before.from_at);
    const wrong = expires === '' ? undefined : careRefusal({ from, expires: Date.parse(expires) }, now);
    if (wrong !== undefined) faults.push({ column: 'expires', code: `problem.${wrong}` });
    return faults;
  }

  async function writeOne(context: SheetContext, look: Look, { values }: TypedRow) {
    const { trx, actor } = context;
    const given = (key: string) => textOf(values[key]).trim() || undefined;
    const said = (key: string) => (given(key) === undefined ? {} : { [key]: given(key) });
    const phone = given('phone');
    const typedPhone = phone === undefined || isMasked(phone) ? {} : { phone: parsePhone(phone)?.number ?? phone };
    const before = recordOf(look, values);
    const kept = { area: textOf(values['area']), ...said('address'), ...said('note'), ...typedPhone };
    const grounds = { purpose: given('purpose') ?? '', basisNote: given('basisNote') ?? '' };
    const expires = textOf(values['expires']);
    if (before !== undefined) {
      const change = { ...kept, ...grounds, expires };
      return changeCare(trx, clockOf(context), actor, { id: before.id, change, check: () => undefined });
    }
    const basis = careBases.find((one) => one === values['basis']) ?? 'consent';
    const fresh = { ...kept, ...grounds, expires, basis, kind: textOf(values['kind']), name: given('name') ?? '' };
    return openCare(trx, clockOf(context), actor, fresh);
  }

  return {
    code: 'care',
    name: 'registers.kind.care',
    permission: { read: 'care.read', write: 'care.edit' },
    secret: true,
    columns: [
      {
        key: 'kind',
        heading: 'registers.column.kind',
        type: 'choice',
        required: true,
        choices: async ({ trx, county, locale }) =>
          (await readCareKinds(trx, county, false)).map(({ code, name_zh: zh, name_en: en }) => ({
            code,
            name: inLocale(locale, { zh, ...(en === null ? {} : { en }) }),
          })),
      },
      { key: 'area', heading: 'registers.column.area', type: 'code', required: true, longest: 30 },
      {
        key: 'name',
        heading: 'sheet.column.person',
        type: 'text',
        required: true,
        longest: 100,
        sealed: true,
        note: 'registers.note.careName',
      },
      { key: 'phone', heading: 'sheet.column.phone', type: 'phone', blank: 'keeps', note: 'sheet.note.phone' },
      {
        key: 'address',
        heading: 'registers.column.address',
        type: 'text',
        blank: 'keeps',
        longest: 200,
        sealed: true,
        note: 'registers.note.careSealed',
      },
      {
        key: 'note',
        heading: 'registers.field.note',
        type: 'text',
        blank: 'keeps',
        longest: 2_000,
        sealed: true,
        note: 'registers.note.careSealed',
      },
      {
        key: 'basis',
        heading: 'registers.column.basis',
        type: 'choice',
        required: true,
        choices: ({ locale }) =>
          Promise.resolve(careBases.map((code) => ({ code, name: sayNamed(locale, `registers.basis.${code}`, code) }))),
      },
      { key: 'basisNote', heading: 'registers.column.basisNote', type: 'text', required: true, longest: 200 },
      { key: 'purpose', heading: 'registers.column.purpose', type: 'text', required: true, longest: 200 },
      { key: 'expires', heading: 'registers.column.expires', type: 'instant', required: true },
      { key: 'id', heading: 'registers.column.id', type: 'code', blank: 'keeps', longest: 40, note: 'sheet.note.id' },
    ],
    keyOf: (values) =>
      textOf(values['id']) ||
      told(textOf(values['kind']), textOf(values['area']), textOf(values['name']), textOf(values['phone'])),
    read: async function* read(context, { under }) {
      const { trx, county, actor } = context;
      await openFor(trx, actor);
      const records = await readAll(context, under);
      const contacts = await maskedContacts(
        trx,
        deps.keys,
        county,
        records.map(({ subject }) => subject),
      );
      for (let from = 0; from < records.length; from += batch)
        yield records.slice(from, from + batch).map((record) => shown(contacts, record));
    },
    examine: async (context, rows) => {
      const look = await lookAt(context, rows);
      return rows.map(({ values }): Examined => {
        const before = recordOf(look, values);
        return {
          faults: faultsOf(context, look, values),
          was: before && shown(look.contacts, before, values),
        };
      });
    },
    write: async (context, rows) => {
      const look = await lookAt(
        context,
        rows.map(({ row }) => row),
      );
      for (const { row } of rows) {
        const done = await writeOne(context, look, row);
        if (isRefusal(done)) throw new Error(`a record of care was refused after it was examined: ${done.code}`);
      }
    },
  };
}
