import { mayIn } from '@gezhi/domain/access/index';
import { isMasked, type Values } from '@gezhi/domain/sheets/index';
import { sql } from 'kysely';
import { insertMany, type PersonTable, type Trx, updateMany } from '../database/index.ts';
import type { Keys, SubjectKey } from '../keys/index.ts';
import { newId } from '../new-id.ts';
import type { CellFault, Examined, SheetContext, SheetKind, SheetRow, TypedRow } from '../sheets/index.ts';
import { iso, type PeopleDeps } from './deps.ts';
import { pinyinInitials } from './initials.ts';
import type { SubjectRow } from './subject-store.ts';
import { changeContact, findSubject, maskedContacts, phoneIndexOf, sealFor } from './subject.ts';

interface Deps extends Pick<PeopleDeps, 'keys' | 'isArea' | 'changed'> {
  /** Name of an area, from memory. */
  readonly areaName: (code: string) => string | undefined;
}

const batch = 1_000;

const initialsKept = new Map<string, string>();
const mostInitials = 50_000;

/** Initials of a name, kept for a while: reading Chinese takes far longer than finding it, and names are shared by many. */
function initialsOf(name: string): string {
  const known = initialsKept.get(name);
  if (known !== undefined) return known;
  if (initialsKept.size >= mostInitials) initialsKept.clear();
  const initials = pinyinInitials(name);
  initialsKept.set(name, initials);
  return initials;
}

/** Somebody there is, with the keyed hash of their number. */
interface Known extends PersonTable {
  readonly phoneIndex: string | null;
}

const text = (value: Values[string] | undefined): string => (typeof value === 'string' ? value : '');

/** The number a row gives, unless it only shows one masked. */
function phoneIn(values: Values): string {
  const phone = text(values['phone']);
  return isMasked(phone) ? '' : phone;
}

/**
 * People by id, by number, or by name and keeping area: all that rows of a file may mean. In steps that each go by an
 * index, because the planner knows little of tables that grow in the same transaction.
 */
async function readKnown(trx: Trx, keys: Keys, county: string, rows: readonly TypedRow[]): Promise<readonly Known[]> {
  const filled = (texts: readonly string[]) => [...new Set(texts)].filter((each) => each !== '');
  const named = rows.filter(({ values }) => text(values['id']) === '');
  const numbers = filled(rows.map(({ values }) => phoneIn(values))).map((phone) => phoneIndexOf(keys, phone));
  const { rows: called } = await sql<{ id: string }>`
    select id from subject where county = ${county} and phone_index = any(${numbers}::text[])`.execute(trx);
  const subjects = called.map(({ id }) => id);
  const ids = filled(rows.map(({ values }) => text(values['id'])));
  const names = filled(named.map(({ values }) => text(values['name'])));
  // A common name is borne by many: the index finds the name, the rest is told before the rows leave the database.
  const pairsOf = (some: readonly TypedRow[]) => [
    ...new Set(some.map(({ values }) => `${text(values['area'])} ${text(values['name'])}`)),
  ];
  const numberless = pairsOf(named.filter(({ values }) => phoneIn(values) === ''));
  // Beside the one with that number a row with a number can only mean somebody who has none yet.
  const numbered = pairsOf(named.filter(({ values }) => phoneIn(values) !== ''));
  const { rows: found } = await sql<PersonTable>`
    select * from person where county = ${county} and id = any(${ids}::text[])
    union all
    select * from person where county = ${county} and subject is not null and subject = any(${subjects}::text[])
    union all
    select person.* from person
      left join subject on subject.county = person.county and subject.id = person.subject
      where person.county = ${county} and person.name = any(${names}::text[])
        and (
          person.area || ' ' || person.name = any(${numberless}::text[])
          or (subject.phone_index is null and person.area || ' ' || person.name = any(${numbered}::text[]))
        )`.execute(trx);
  const people = new Map(found.map((each) => [each.id, each]));
  const { rows: indexes } = await sql<{ id: string; phone_index: string | null }>`
    select id, phone_index from subject
      where county = ${county} and id = any(${[...people.values()].flatMap(({ subject }) => subject ?? [])}::text[])`.execute(
    trx,
  );
  const indexOf = new Map(indexes.map(({ id, phone_index: index }) => [id, index]));
  return [...people.values()].map((each) => ({ ...each, phoneIndex: indexOf.get(each.subject ?? '') ?? null }));
}

type Match = Known | 'several' | 'unknown' | undefined;

/**
 * Who a row means: by the system's id; else by name and number, wherever they are kept; else by name and keeping area,
 * where the number there is not another one.
 */
function matchOf(keys: Keys, values: Values, byId: ReadonlyMap<string, Known>, named: readonly Known[]): Match {
  const id = text(values['id']);
  if (id !== '') return byId.get(id) ?? 'unknown';
  const phone = phoneIn(values);
  const index = phone === '' ? undefined : phoneIndexOf(keys, phone);
  const live = named.filter((each) => each.retired_at === null);
  const called = index === undefined ? [] : live.filter((each) => each.phoneIndex === index);
  const here = live.filter((each) => each.area === values['area']);
  const near = index === undefined ? here : here.filter((each) => each.phoneIndex === null);
  const found = called.length > 0 ? called : near;
  return found.length > 1 ? 'several' : found[0];
}

function areaFault(deps: Deps, context: SheetContext, area: string, column: string): CellFault | undefined {
  if (area === '') return undefined;
  if (!deps.isArea(area)) return { column, code: 'sheet.fault.areaUnknown' };
  return mayIn(context.actor, 'people.edit', area) ? undefined : { column, code: 'sheet.fault.areaForbidden' };
}

function sealedSubject(keys: Keys, county: string, area: string, phone: string, at: string): SubjectRow {
  const key: SubjectKey = keys.newSubjectKey();
  const subject = { id: newId(), key };
  return {
    county,
    id: subject.id,
    area,
    case_id: null,
    wrapped_key: keys.wrap(key),
    phone: sealFor(keys, subject, phone, 'phone'),
    phone_index: phoneIndexOf(keys, phone),
    phone_verified: false,
    email: null,
    name: null,
    created_at: at,
    erased_at: null,
    language: null,
  };
}

/** People as a sheet. Numbers go out masked; a masked or blank one that comes in leaves the number as it is. */
export function personSheet(deps: Deps): SheetKind {
  const { keys } = deps;

  function shown(row: PersonTable, phone: string | null): SheetRow {
    const { id, name, area } = row;
    const values = { name, area, areaName: deps.areaName(area) ?? '', phone, id };
    return { id, version: String(row.version), values };
  }

  async function masks(context: SheetContext, rows: readonly PersonTable[]): Promise<ReadonlyMap<string, string>> {
    const subjects = rows.flatMap(({ subject }) => subject ?? []);
    const contacts = await maskedContacts(context.trx, keys, context.county, subjects);
    return new Map([...contacts].flatMap(([id, { phone }]) => (phone === undefined ? [] : [[id, phone] as const])));
  }

  function examineOne(context: SheetContext, { values }: TypedRow, match: Match): Examined & { known?: Known } {
    const unknown = areaFault(deps, context, text(values['area']), 'area');
    const faults: CellFault[] = unknown === undefined ? [] : [unknown];
    if (match === 'several') return { faults: [...faults, { column: 'name', code: 'sheet.fault.personSeveral' }] };
    if (match === 'unknown') return { faults: [...faults, { column: 'id', code: 'sheet.fault.idUnknown' }] };
    if (match === undefined) return { faults };
    if (match.retired_at !== null) faults.push({ column: 'name', code: 'sheet.fault.personLeft' });
    else if (!mayIn(context.actor, 'people.edit', match.area))
      faults.push({ column: 'name', code: 'sheet.fault.areaForbidden' });
    return { faults, known: match };
  }

  return {
    code: 'people',
    name: 'sheet.kind.people',
    permission: { read: 'people.read', write: 'people.edit' },
    tables: ['person', 'subject'],
    columns: [
      { key: 'name', heading: 'sheet.column.person', type: 'text', required: true, longest: 100 },
      {
        key: 'area',
        heading: 'sheet.column.keeper',
        type: 'code',
        required: true,
        longest: 30,
        note: 'sheet.note.areaCode',
      },
      { key: 'areaName', heading: 'sheet.column.keeperName', type: 'text', shown: true, longest: 100 },
      { key: 'phone', heading: 'sheet.column.phone', type: 'phone', blank: 'keeps', note: 'sheet.note.phone' },
      { key: 'id', heading: 'sheet.column.id', type: 'code', blank: 'keeps', longest: 40, note: 'sheet.note.id' },
    ],
    keyOf: (values) => {
      const id = text(values['id']);
      if (id !== '') return `#${id}`;
      const phone = phoneIn(values);
      return `${text(values['name'])} ${phone === '' ? `@${text(values['area'])}` : phone}`;
    },
    read: async function* read(context, { under = '' }) {
      const { trx, county, actor } = context;
      for (let after = ''; ; ) {
        const rows = await trx
          .selectFrom('person')
          .selectAll()
          .where('county', '=', county)
          .where('retired_at', 'is', null)
          .where('id', '>', after)
          .orderBy('id')
          .limit(batch)
          .execute();
        const mine = rows.filter(({ area }) => area.startsWith(under) && mayIn(actor, 'people.read', area));
        const phones = await masks(context, mine);
        yield mine.map((row) => shown(row, phones.get(row.subject ?? '') ?? null));
        after = rows.at(-1)?.id ?? after;
        if (rows.length < batch) return;
      }
    },
    examine: async (context, rows) => {
      const known = await readKnown(context.trx, keys, context.county, rows);
      const byId = new Map(known.map((each) => [each.id, each]));
      const byName = Map.groupBy(known, (each) => each.name);
      const looked = rows.map((row) =>
        examineOne(context, row, matchOf(keys, row.values, byId, byName.get(text(row.values['name'])) ?? [])),
      );
      const other = looked.flatMap(({ known: person }, i) => {
        const phone = phoneIn(rows[i]?.values ?? {});
        return person !== undefined && phone !== '' && person.phoneIndex !== phoneIndexOf(keys, phone) ? [person] : [];
      });
      const phones = await masks(context, other);
      return looked.map(({ faults, known: person }, i) => {
        if (person === undefined) return { faults };
        const said = phoneIn(rows[i]?.values ?? {});
        const same = said !== '' && person.phoneIndex === phoneIndexOf(keys, said);
        return { faults, was: shown(person, same ? said : (phones.get(person.subject ?? '') ?? null)) };
      });
    },
    write: async (context, rows) => {
      const { trx, county, now } = context;
      const at = iso(now);
      const subjects: SubjectRow[] = [];
      const fresh: PersonTable[] = [];
      const different = rows.flatMap(({ row, was }) => (was === undefined ? [] : [{ id: was.id, values: row.values }]));
      for (const { row, was } of rows) {
        if (was !== undefined) continue;
        const [name, area, phone] = [text(row.values['name']), text(row.values['area']), phoneIn(row.values)];
        const subject = phone === '' ? undefined : sealedSubject(keys, county, area, phone, at);
        if (subject !== undefined) subjects.push(subject);
        fresh.push({
          county,
          id: newId(),
          name,
          initials: initialsOf(name),
          area,
          subject: subject?.id ?? null,
          version: 1,
          created_at: at,
          retired_at: null,
        });
      }
      await insertMany(trx, 'subject', subjects);
      await insertMany(trx, 'person', fresh);
      await changePeople(keys, context, different);
    },
    written: (_county) => {
      deps.changed.names();
      return Promise.resolve();
    },
  };
}

/** Changes names, keeping areas and numbers of people who are there, few statements for many. */
async function changePeople(
  keys: Keys,
  { trx, county, now }: SheetContext,
  changes: readonly { readonly id: string; readonly values: Values }[],
): Promise<void> {
  if (changes.length === 0) return;
  const ids = changes.map(({ id }) => id);
  const known = await trx
    .selectFrom('person')
    .selectAll()
    .where('county', '=', county)
    .where('id', 'in', ids)
    .execute();
  const byId = new Map(known.map((row) => [row.id, row]));
  const rows: PersonTable[] = [];
  const subjects: SubjectRow[] = [];
  for (const { id, values } of changes) {
    const before = byId.get(id);
    if (before === undefined) continue;
    const name = text(values['name']) || before.name;
    const area = text(values['area']) || before.area;
    const phone = phoneIn(values);
    let { subject } = before;
    if (phone !== '') {
      const kept = subject === null ? undefined : await findSubject(trx, keys, county, subject);
      if (kept !== undefined) await changeContact(trx, keys, county, kept, { phone });
      else {
        const made = sealedSubject(keys, county, area, phone, iso(now));
        subjects.push(made);
        subject = made.id;
      }
    }
    rows.push({ ...before, name, initials: initialsOf(name), area, subject, version: before.version + 1 });
  }
  await insertMany(trx, 'subject', subjects);
  // Contact data and the account move with the person to the staff of another area, before the right to it may end.
  const moved = rows.filter((row) => row.area !== byId.get(row.id)?.area);
  const contacts = moved.flatMap(({ subject, area }) => (subject === null ? [] : [{ id: subject, area }]));
  await updateMany(trx, 'subject', county, 'id', ['area'], contacts);
  const accounts = moved.map(({ id, area }) => ({ person: id, area }));
  await updateMany(trx, 'account', county, 'person', ['area'], accounts);
  await updateMany(trx, 'person', county, 'id', ['name', 'initials', 'area', 'subject', 'version'], rows);
}
