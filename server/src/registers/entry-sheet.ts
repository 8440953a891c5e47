import { isWordId, sayNamed, type WordId } from '@gezhi/contract/words/index';
import { mayIn } from '@gezhi/domain/access/index';
import {
  entryFaults,
  type RegisterField,
  type RegisterKind,
  type RegisterKindCode,
  tidyAddress,
} from '@gezhi/domain/registers/index';
import type { Value, Values } from '@gezhi/domain/sheets/index';
import { insertMany, updateMany } from '../database/index.ts';
import type { CellFault, Examined, SheetColumn, SheetContext, SheetKind, SheetRow, TypedRow } from '../sheets/index.ts';
import { iso, openFor, type RegisterDeps } from './deps.ts';
import { listEntryRows, listEntryRowsAlike, type StoredEntry } from './entry-store.ts';
import { exitFaults, headFaults, postsHeld } from './holding.ts';
import { readNamed } from './names.ts';
import { bodiesByName, type ByName, householdsByAddress, peopleByName, textOf } from './sheet-look.ts';
import { refuseKeeping, rowOf } from './write-entry.ts';

type Deps = Pick<RegisterDeps, 'isArea'>;

const batch = 1_000;
/** Fields that hold an id: nobody types one, so these stay as they are. */
const typedOnly = (field: RegisterField) => !['org', 'post', 'servicePlace', 'role'].includes(field.type);

const word = (id: string): WordId => (isWordId(id) ? id : 'registers.column.fields');

interface Look {
  readonly people: ByName;
  readonly orgs: ByName;
  readonly homes: ByName;
  /** Posts of the people named, where the kind asks for them. */
  readonly held: Awaited<ReturnType<typeof postsHeld>>;
  /** Entries of the kind that name the same people, bodies or places as the rows do. */
  readonly alike: readonly StoredEntry[];
  readonly shown: ReadonlyMap<string, SheetRow>;
}

function columnOf(field: RegisterField): SheetColumn {
  const base = { key: field.name, heading: word(`registers.field.${field.name}`), required: field.needed === true };
  if (field.type === 'number')
    return { ...base, type: 'number', least: field.least ?? 0, most: field.most ?? 1_000_000 };
  if (field.type === 'choice' || field.type === 'flag') {
    const codes = field.type === 'flag' ? ['true', 'false'] : (field.choices ?? []);
    const start = field.type === 'flag' ? 'registers.flag.' : `registers.choice.${field.name}.`;
    return {
      ...base,
      type: 'choice',
      choices: ({ locale }) =>
        Promise.resolve(codes.map((code) => ({ code, name: sayNamed(locale, start + code, code) }))),
    };
  }
  if (field.type === 'area') return { ...base, type: 'code', longest: 30 };
  return { ...base, type: 'text', longest: field.type === 'longText' ? 2_000 : 200 };
}

/** The columns of a kind, from its definition. */
function columnsOf(kind: RegisterKind): readonly SheetColumn[] {
  const columns: SheetColumn[] = [
    { key: 'area', heading: 'registers.column.area', type: 'code', required: true, longest: 30 },
  ];
  const name = (key: string, heading: WordId, required: boolean) =>
    columns.push({ key, heading, type: 'text', required, longest: 200 });
  if (kind.person !== 'no') name('person', 'registers.column.person', kind.person === 'needed');
  if (kind.org !== 'no') name('org', 'registers.column.org', kind.org === 'needed');
  if (kind.household !== 'no') name('household', 'registers.column.address', false);
  columns.push(...kind.fields.filter(typedOnly).map(columnOf));
  columns.push({ key: 'from', heading: 'registers.column.from', type: 'instant', blank: 'keeps' });
  if (kind.to !== 'no')
    columns.push({ key: 'to', heading: 'registers.column.to', type: 'instant', required: kind.to === 'needed' });
  columns.push({
    key: 'id',
    heading: 'registers.column.id',
    type: 'code',
    blank: 'keeps',
    longest: 40,
    note: 'sheet.note.id',
  });
  return columns;
}

function fieldOf(field: RegisterField, value: Value | undefined): unknown {
  if (value === null || value === undefined) return undefined;
  return field.type === 'flag' ? value === 'true' : value;
}

const cellOf = (value: unknown): Value =>
  typeof value === 'boolean' ? String(value) : typeof value === 'string' || typeof value === 'number' ? value : null;

const second = (at: string) => Math.floor(Date.parse(at) / 1_000);

/** A list of registers as a sheet. An entry is told again by whom and what it names and by when it began. */
export function entrySheet(deps: Deps, kind: RegisterKind): SheetKind {
  const asksForPosts = kind.code === 'anchorHousehold' || kind.code === 'exit';
  const typed = kind.fields.filter(typedOnly);
  const telling = typed.filter(({ needed, type }) => needed === true && type !== 'longText').map(({ name }) => name);

  const homeOf = (values: Values) => ({
    area: textOf(values['area']),
    address: tidyAddress(textOf(values['household'])),
  });

  async function rowsShown({ trx, county }: SheetContext, rows: readonly StoredEntry[]): Promise<SheetRow[]> {
    const names = await readNamed(trx, county, rows);
    return rows.map((row) => {
      const values: Record<string, Value> = { area: row.area, from: row.from_at, id: row.id };
      if (kind.person !== 'no') values['person'] = names.people.get(row.person ?? '') ?? null;
      if (kind.org !== 'no') values['org'] = names.orgs.get(row.org ?? '') ?? null;
      if (kind.household !== 'no') values['household'] = names.households.get(row.household ?? '') ?? null;
      if (kind.to !== 'no') values['to'] = row.to_at;
      for (const { name } of typed) values[name] = cellOf(row.body[name]);
      return { id: row.id, version: String(row.version), values };
    });
  }

  async function lookAt(context: SheetContext, rows: readonly TypedRow[]): Promise<Look> {
    const { trx, county } = context;
    await openFor(trx, context.actor);
    const all = (key: string) => rows.map(({ values }) => textOf(values[key])).filter((text) => text !== '');
    const homes = rows.map(({ values }) => homeOf(values)).filter(({ address }) => address !== '');
    const alike = await listEntryRowsAlike(trx, county, kind.code, {
      ids: [...new Set(all('id'))],
      areas: [...new Set(all('area'))],
    });
    const shown = await rowsShown(context, alike);
    const people: ByName = kind.person === 'no' ? new Map() : await peopleByName(trx, county, all('person'));
    const posts = alike.flatMap(({ body }) => (typeof body['post'] === 'string' ? [body['post']] : []));
    return {
      people,
      held: asksForPosts
        ? await postsHeld(trx, county, { people: [...people.values()].flat(), posts }, context.now)
        : [],
      orgs: kind.org === 'no' ? new Map() : await bodiesByName(trx, county, all('org')),
      homes: kind.household === 'no' ? new Map() : await householdsByAddress(trx, county, homes),
      alike,
      shown: new Map(shown.map((row) => [row.id, row])),
    };
  }

  /** Whom a row names; undefined where nobody or somebody unknown. */
  function namedBy(look: Look, values: Values) {
    const { area, address } = homeOf(values);
    return {
      person: look.people.get(textOf(values['person']))?.[0],
      org: look.orgs.get(textOf(values['org']))?.[0],
      household: look.homes.get(`${area} ${address}`)?.[0],
    };
  }

  function entryOf(look: Look, values: Values): StoredEntry | undefined {
    const id = textOf(values['id']);
    if (id !== '') return look.alike.find((row) => row.id === id);
    const { person, org, household } = namedBy(look, values);
    const from = textOf(values['from']);
    return look.alike.find(
      (row) =>
        row.area === values['area'] &&
        row.person === (person ?? null) &&
        row.org === (org ?? null) &&
        row.household === (household ?? null) &&
        (from === '' || second(row.from_at) === second(from)) &&
        telling.every((name) => cellOf(row.body[name]) === (values[name] ?? null)),
    );
  }

  function nameFaults(look: Look, values: Values): CellFault[] {
    const { area, address } = homeOf(values);
    const faults: CellFault[] = [];
    const check = (column: string, name: string, found: ByName, unknown: WordId) => {
      if (name === '') return;
      const count = found.get(name)?.length ?? 0;
      if (count !== 1) faults.push({ column, code: count === 0 ? unknown : 'registers.fault.several' });
    };
    if (kind.person !== 'no') check('person', textOf(values['person']), look.people, 'problem.person.unknown');
    if (kind.org !== 'no') check('org', textOf(values['org']), look.orgs, 'problem.organisation.unknown');
    if (kind.household !== 'no' && address !== '')
      check('household', `${area} ${address}`, look.homes, 'problem.household.unknown');
    return faults;
  }

  function bodyOf(values: Values, before: StoredEntry | undefined): Readonly<Record<string, unknown>> {
    const body: Record<string, unknown> = { ...before?.body };
    for (const field of typed) {
      const value = values[field.name];
      if (value === undefined) continue;
      const read = fieldOf(field, value);
      if (read === undefined) delete body[field.name];
      else body[field.name] = read;
    }
    return body;
  }

  /** The row as it would be kept. */
  function nextOf(context: SheetContext, look: Look, values: Values, before: StoredEntry | undefined): StoredEntry {
    const { county, actor, now } = context;
    const { person, org, household } = namedBy(look, values);
    const from = textOf(values['from']);
    const base =
      before ??
      rowOf(
        county,
        { kind: kind.code as RegisterKindCode, area: textOf(values['area']), fields: {} },
        actor.person,
        now,
      );
    const said = (column: string, id: string | undefined, was: string | null) =>
      values[column] === undefined ? was : (id ?? null);
    return {
      ...base,
      area: textOf(values['area']),
      person: said('person', person, base.person),
      org: said('org', org, base.org),
      household: said('household', household, base.household),
      from_at: from === '' || (before !== undefined && second(before.from_at) === second(from)) ? base.from_at : from,
      to_at: values['to'] === undefined ? base.to_at : textOf(values['to']) || null,
      body: bodyOf(values, before),
    };
  }

  function examineOne(context: SheetContext, look: Look, { values }: TypedRow): Examined {
    const area = textOf(values['area']);
    if (area === '') return { faults: [] };
    if (!deps.isArea(area)) return { faults: [{ column: 'area', code: 'sheet.fault.areaUnknown', params: { area } }] };
    const before = entryOf(look, values);
    const areas = before === undefined ? [area] : [area, before.area];
    if (refuseKeeping(context.actor, kind, areas) !== undefined)
      return { faults: [{ column: 'area', code: 'sheet.fault.areaForbidden' }] };
    const faults = nameFaults(look, values);
    if (textOf(values['id']) !== '' && before === undefined)
      faults.push({ column: 'id', code: 'sheet.fault.idUnknown' });
    if (faults.length > 0) return { faults };
    const next = nextOf(context, look, values, before);
    const wrong = entryFaults(kind, {
      person: next.person ?? undefined,
      org: next.org ?? undefined,
      household: next.household ?? undefined,
      from: Date.parse(next.from_at),
      to: next.to_at === null ? undefined : Date.parse(next.to_at),
      fields: next.body,
    }).map(({ path, code }): CellFault => {
      const column = path === '' ? 'area' : path.replace('fields.', '');
      return {
        column,
        code: word(
          code === 'missing' || code === 'type'
            ? `problem.field.${code === 'type' ? 'invalid' : code}`
            : `problem.${code}`,
        ),
      };
    });
    const was = before && look.shown.get(before.id);
    if (wrong.length > 0 || !asksForPosts) return { faults: wrong, was };
    const posts = kind.code === 'exit' ? exitFaults(next, look.held) : headFaults(next, look.held, context.now);
    return {
      faults: posts.map(({ code, params }) => ({
        column: 'person',
        code: word(`problem.${code}`),
        ...(params === undefined ? {} : { params }),
      })),
      was,
    };
  }

  return {
    code: kind.code,
    name: word(`registers.kind.${kind.code}`),
    permission: { read: 'register.read', write: kind.confidential ? 'people.edit' : 'register.edit' },
    tables: ['register_entry'],
    columns: columnsOf(kind),
    keyOf: (values) => {
      const id = textOf(values['id']);
      const parts = ['area', 'person', 'org', 'household', 'from', ...telling].map((key) => values[key] ?? null);
      return id === '' ? JSON.stringify(parts) : `#${id}`;
    },
    read: async function* read(context, { under }) {
      const { trx, county, actor, now } = context;
      await openFor(trx, actor);
      const filter = { kind: kind.code, area: under, ended: true };
      for (let after: { at: string; id: string } | undefined; ; ) {
        const rows = await listEntryRows(trx, county, filter, iso(now), after, batch);
        yield await rowsShown(
          context,
          rows.filter(({ area }) => mayIn(actor, 'register.read', area)),
        );
        const last = rows.at(-1);
        if (last === undefined || rows.length < batch) return;
        after = { at: last.from_at, id: last.id };
      }
    },
    examine: async (context, rows) => {
      const look = await lookAt(context, rows);
      return rows.map((row) => examineOne(context, look, row));
    },
    write: async (context, rows) => {
      const { trx, county } = context;
      const look = await lookAt(
        context,
        rows.map(({ row }) => row),
      );
      const fresh: StoredEntry[] = [];
      const different: StoredEntry[] = [];
      for (const { row } of rows) {
        const before = entryOf(look, row.values);
        const next = nextOf(context, look, row.values, before);
        if (before === undefined) fresh.push(next);
        else different.push({ ...next, version: before.version + 1 });
      }
      // The rows go as one JSON text, in which a body is an object like any other.
      const asJson = (list: readonly StoredEntry[]) => list as unknown as (StoredEntry & { readonly body: string })[];
      await insertMany(trx, 'register_entry', asJson(fresh));
      const columns = ['area', 'person', 'org', 'household', 'from_at', 'to_at', 'body', 'version'] as const;
      await updateMany(trx, 'register_entry', county, 'id', columns, asJson(different));
    },
  };
}
