import { sayNamed } from '@gezhi/contract/words/index';
import { mayIn } from '@gezhi/domain/access/index';
import { organisationKinds } from '@gezhi/domain/people/index';
import type { Values } from '@gezhi/domain/sheets/index';
import { sql } from 'kysely';
import { insertMany, type OrganisationTable, type Trx, updateMany } from '../database/index.ts';
import { newId } from '../new-id.ts';
import type { CellFault, Examined, SheetContext, SheetKind, SheetRow, TypedRow } from '../sheets/index.ts';
import { iso, type PeopleDeps } from './deps.ts';
import { pinyinInitials } from './initials.ts';
import { moveReach } from './post-store.ts';

interface Deps extends Pick<PeopleDeps, 'isArea' | 'changed'> {
  /** Name of an area, from memory. */
  readonly areaName: (code: string) => string | undefined;
}

const batch = 1_000;
const deepest = 20;
const dutyPhone = /^[0-9+()（） -]{3,24}(转[0-9]{1,6})?$/;
const text = (value: Values[string] | undefined): string => (typeof value === 'string' ? value : '');

/** What other rows of the file must know of a body: under whom it puts it. */
interface Remembered {
  readonly parent: string;
}

type Bodies = readonly OrganisationTable[];

/** Bodies that rows of a file may mean or name: by id, by code, by name. */
export async function readBodies(
  trx: Trx,
  county: string,
  said: { readonly ids: readonly string[]; readonly codes: readonly string[]; readonly names: readonly string[] },
): Promise<Bodies> {
  const filled = (texts: readonly string[]) => [...new Set(texts)].filter((each) => each !== '');
  const { rows } = await sql<OrganisationTable>`
    select * from organisation where county = ${county} and id = any(${filled(said.ids)}::text[])
    union
    select * from organisation where county = ${county} and code = any(${filled(said.codes)}::text[])
    union
    select * from organisation where county = ${county} and name = any(${filled(said.names)}::text[])
  `.execute(trx);
  return rows;
}

/** The body that a cell names: by its code, else by its name where only one standing body has it. */
export function bodyNamed(bodies: Bodies, said: string): OrganisationTable | 'several' | undefined {
  const standing = bodies.filter(({ retired_at: retired }) => retired === null);
  const coded = standing.find(({ code }) => code === said);
  if (coded !== undefined) return coded;
  const named = standing.filter(({ name }) => name === said);
  return named.length > 1 ? 'several' : named[0];
}

/** How a cell names a body. */
export function nameOfBody(body: OrganisationTable | undefined): string | null {
  return body === undefined ? null : (body.code ?? body.name);
}

interface Look {
  readonly context: SheetContext;
  readonly bodies: Bodies;
  readonly byId: ReadonlyMap<string, OrganisationTable>;
}

function matchOf({ bodies, byId }: Look, values: Values): OrganisationTable | CellFault | undefined {
  const [id, code] = [text(values['id']), text(values['code'])];
  if (id !== '') return byId.get(id) ?? { column: 'id', code: 'sheet.fault.idUnknown' };
  const coded = code === '' ? undefined : bodies.find((each) => each.code === code);
  if (coded !== undefined) return coded;
  const here = bodies.filter(
    (each) => each.retired_at === null && each.name === values['name'] && each.area === values['area'],
  );
  const fitting = code === '' ? here : here.filter((each) => each.code === null);
  return fitting.length > 1 ? { column: 'code', code: 'sheet.fault.orgSeveral' } : fitting[0];
}

/** Whether a body would come to stand above itself, by what the file says and else by what there is. */
async function standsAboveItself(look: Look, own: OrganisationTable, parent: string): Promise<boolean> {
  const { context, bodies } = look;
  let above: string | undefined = parent;
  for (let depth = 0; above !== undefined && above !== ''; depth += 1) {
    if (depth >= deepest || above === own.code || above === own.id || (own.code === null && above === own.name))
      return true;
    const inFile = context.inFile(`c:${above}`) as Remembered | undefined;
    if (inFile !== undefined) {
      above = inFile.parent;
      continue;
    }
    const known: OrganisationTable | 'several' | undefined = bodyNamed(bodies, above) ?? look.byId.get(above);
    const row: OrganisationTable | undefined =
      known === undefined || known === 'several' ? await findAny(context, above) : known;
    above = row?.parent ?? undefined;
  }
  return false;
}

async function findAny({ trx, county }: SheetContext, said: string): Promise<OrganisationTable | undefined> {
  return trx
    .selectFrom('organisation')
    .selectAll()
    .where('county', '=', county)
    .where((eb) => eb.or([eb('id', '=', said), eb('code', '=', said)]))
    .executeTakeFirst();
}

/** Organisations as a sheet: told again by their code, or by name and the area they serve. */
export function organisationSheet(deps: Deps): SheetKind {
  function shown(row: OrganisationTable, parent: string | null): SheetRow {
    const { id, code, kind, name, area } = row;
    const values = {
      code,
      kind,
      name,
      area,
      areaName: deps.areaName(area) ?? '',
      parent,
      dutyPhone: row.duty_phone,
      id,
    };
    return { id, version: String(row.version), values };
  }

  function areaFaults(context: SheetContext, area: string, own: OrganisationTable | undefined): CellFault[] {
    const { actor } = context;
    const faults: CellFault[] = [];
    if (area !== '' && !deps.isArea(area)) faults.push({ column: 'area', code: 'sheet.fault.areaUnknown' });
    else if (area !== '' && !mayIn(actor, 'people.edit', area))
      faults.push({ column: 'area', code: 'sheet.fault.areaForbidden' });
    if (own !== undefined && !mayIn(actor, 'people.edit', own.area))
      faults.push({ column: 'name', code: 'sheet.fault.areaForbidden' });
    return faults;
  }

  function codeFaults({ bodies }: Look, values: Values, own: OrganisationTable | undefined): CellFault[] {
    const code = text(values['code']);
    if (code === '' || own?.code === code) return [];
    if (own !== undefined && own.code !== null) return [{ column: 'code', code: 'sheet.fault.orgCodeFixed' }];
    const holder = bodies.find((each) => each.code === code);
    return holder === undefined
      ? []
      : [{ column: 'code', code: 'sheet.fault.orgCodeTaken', params: { name: holder.name } }];
  }

  async function parentFaults(look: Look, values: Values, own: OrganisationTable | undefined): Promise<CellFault[]> {
    const said = text(values['parent']);
    if (said === '') return [];
    const found = bodyNamed(look.bodies, said);
    if (found === 'several') return [{ column: 'parent', code: 'sheet.fault.orgSeveral' }];
    if (found === undefined && look.context.inFile(`c:${said}`) === undefined)
      return [{ column: 'parent', code: 'sheet.fault.orgUnknown' }];
    const itself = own ?? ({ id: '', code: values['code'], name: values['name'] } as OrganisationTable);
    return (await standsAboveItself(look, itself, said)) ? [{ column: 'parent', code: 'sheet.fault.orgCircle' }] : [];
  }

  async function examineOne(look: Look, { values }: TypedRow): Promise<Examined> {
    const match = matchOf(look, values);
    const own = match !== undefined && 'id' in match ? match : undefined;
    const faults = [
      ...(match === undefined || 'id' in match ? [] : [match]),
      ...areaFaults(look.context, text(values['area']), own),
      ...codeFaults(look, values, own),
      ...(await parentFaults(look, values, own)),
    ];
    if (own?.retired_at != null) faults.push({ column: 'name', code: 'sheet.fault.orgRetired' });
    const phone = text(values['dutyPhone']);
    if (phone !== '' && !dutyPhone.test(phone)) faults.push({ column: 'dutyPhone', code: 'sheet.fault.dutyPhone' });
    if (own === undefined) return { faults };
    const said = bodyNamed(look.bodies, text(values['parent']));
    const sameParent = said !== undefined && said !== 'several' && said.id === own.parent;
    // The parent may be named by its code or its name: what means the same was not changed.
    const parent = sameParent ? text(values['parent']) : nameOfBody(look.byId.get(own.parent ?? ''));
    return { faults, was: shown(own, parent) };
  }

  async function lookAt(context: SheetContext, rows: readonly TypedRow[]): Promise<Look> {
    const { trx, county } = context;
    const all = (key: string) => rows.map(({ values }) => text(values[key]));
    const bodies = await readBodies(trx, county, {
      ids: all('id'),
      codes: [...all('code'), ...all('parent')],
      names: [...all('name'), ...all('parent')],
    });
    const above = bodies.flatMap(({ parent }) => parent ?? []);
    const parents = await readBodies(trx, county, { ids: above, codes: [], names: [] });
    return { context, bodies, byId: new Map([...parents, ...bodies].map((each) => [each.id, each])) };
  }

  return {
    code: 'organisations',
    name: 'sheet.kind.organisations',
    permission: { read: 'people.read', write: 'people.edit' },
    tables: ['organisation'],
    columns: [
      {
        key: 'code',
        heading: 'sheet.column.orgCode',
        type: 'code',
        longest: 40,
        blank: 'keeps',
        note: 'sheet.note.orgCode',
      },
      { key: 'name', heading: 'sheet.column.orgName', type: 'text', required: true, longest: 100 },
      {
        key: 'kind',
        heading: 'sheet.column.orgKind',
        type: 'choice',
        required: true,
        choices: ({ locale }) =>
          Promise.resolve(
            organisationKinds.map((code) => ({ code, name: sayNamed(locale, `org.kind.${code}`, code) })),
          ),
      },
      {
        key: 'area',
        heading: 'sheet.column.serves',
        type: 'code',
        required: true,
        longest: 30,
        note: 'sheet.note.areaCode',
      },
      { key: 'areaName', heading: 'sheet.column.areaName', type: 'text', shown: true, longest: 100 },
      { key: 'parent', heading: 'sheet.column.orgParent', type: 'text', longest: 100 },
      { key: 'dutyPhone', heading: 'sheet.column.dutyPhone', type: 'text', longest: 40 },
      { key: 'id', heading: 'sheet.column.id', type: 'code', blank: 'keeps', longest: 40, note: 'sheet.note.id' },
    ],
    keyOf: (values) => {
      const [code, id] = [text(values['code']), text(values['id'])];
      if (code !== '') return `c:${code}`;
      return id === '' ? `n:${text(values['area'])} ${text(values['name'])}` : `#${id}`;
    },
    remember: (values): Remembered => ({ parent: text(values['parent']) }),
    stageOf: (values, inFile) => {
      let stage = 0;
      for (let above = text(values['parent']); above !== '' && stage < deepest; stage += 1) {
        above = (inFile(`c:${above}`) as Remembered | undefined)?.parent ?? '';
      }
      return stage;
    },
    read: async function* read({ trx, county, actor }, { under = '' }) {
      for (let after = ''; ; ) {
        const rows = await trx
          .selectFrom('organisation')
          .selectAll()
          .where('county', '=', county)
          .where('retired_at', 'is', null)
          .where('id', '>', after)
          .orderBy('id')
          .limit(batch)
          .execute();
        const mine = rows.filter(({ area }) => area.startsWith(under) && mayIn(actor, 'people.read', area));
        const ids = mine.flatMap(({ parent }) => parent ?? []);
        const parents = new Map(
          (await readBodies(trx, county, { ids, codes: [], names: [] })).map((each) => [each.id, each]),
        );
        yield mine.map((row) => shown(row, nameOfBody(parents.get(row.parent ?? ''))));
        after = rows.at(-1)?.id ?? after;
        if (rows.length < batch) return;
      }
    },
    examine: async (context, rows) => {
      const look = await lookAt(context, rows);
      const examined: Examined[] = [];
      for (const row of rows) examined.push(await examineOne(look, row));
      return examined;
    },
    write: async (context, rows) => {
      const { trx, county, now } = context;
      const { bodies, byId } = await lookAt(
        context,
        rows.map(({ row }) => row),
      );
      const fresh: OrganisationTable[] = [];
      const different: OrganisationTable[] = [];
      for (const { row, was } of rows) {
        const { values } = row;
        const own = was === undefined ? undefined : (byId.get(was.id) ?? (await findAny(context, was.id)));
        const found = bodyNamed(bodies, text(values['parent']));
        const parent = found === undefined || found === 'several' ? null : found.id;
        const name = text(values['name']);
        const said = {
          code: text(values['code']) || (own?.code ?? null),
          kind: text(values['kind']),
          name,
          initials: pinyinInitials(name),
          parent: values['parent'] === undefined ? (own?.parent ?? null) : parent,
          area: text(values['area']),
          duty_phone: values['dutyPhone'] === undefined ? (own?.duty_phone ?? null) : text(values['dutyPhone']) || null,
        };
        if (own === undefined) {
          const at = { version: 1, created_at: iso(now), retired_at: null, successor: null, end_reason: null };
          fresh.push({ county, id: newId(), ...said, ...at });
        } else different.push({ ...own, ...said, version: own.version + 1 });
      }
      await insertMany(trx, 'organisation', fresh);
      const columns = ['code', 'kind', 'name', 'initials', 'parent', 'area', 'duty_phone', 'version'] as const;
      await updateMany(trx, 'organisation', county, 'id', columns, different);
      for (const { id, area } of different) {
        if (area !== byId.get(id)?.area) await moveReach(trx, county, id, area);
      }
    },
    written: (_county) => {
      deps.changed.names();
      return Promise.resolve();
    },
  };
}
