import { inLocale, say } from '@gezhi/contract/words/index';
import { mayEditPost, mayIn } from '@gezhi/domain/access/index';
import { type PostTime, postTimes } from '@gezhi/domain/people/index';
import type { Values } from '@gezhi/domain/sheets/index';
import { sql } from 'kysely';
import { insertMany, type OrganisationTable, type PersonTable, type PostTable } from '../database/index.ts';
import { newId } from '../new-id.ts';
import type { CellFault, Examined, SheetContext, SheetKind, SheetRow, TypedRow } from '../sheets/index.ts';
import { iso, type PeopleDeps } from './deps.ts';
import { bodyNamed, nameOfBody, readBodies } from './organisation-sheet.ts';
import { closePost } from './post-store.ts';
import { rolesOf } from './rules.ts';
import { maskedContacts } from './subject.ts';

type Deps = Pick<PeopleDeps, 'keys' | 'isArea' | 'changed'>;

const batch = 1_000;
const text = (value: Values[string] | undefined): string => (typeof value === 'string' ? value : '');

/** What rows of a file may mean, read together. */
interface Look {
  readonly context: SheetContext;
  readonly people: ReadonlyMap<string, readonly PersonTable[]>;
  readonly personById: ReadonlyMap<string, PersonTable>;
  readonly bodies: readonly OrganisationTable[];
  readonly posts: readonly PostTable[];
  /** Last digits of numbers, by subject; only of people in scope. */
  readonly digits: ReadonlyMap<string, string>;
}

/** Who a row means: a name, and where several have it the last digits of the number. */
function personOf({ people, digits }: Look, values: Values): PersonTable | CellFault | undefined {
  const named = (people.get(text(values['person'])) ?? []).filter(({ retired_at: retired }) => retired === null);
  const last = text(values['lastFour']);
  const ending = (each: PersonTable) => (digits.get(each.subject ?? '') ?? '').slice(-last.length) === last;
  const fitting = last === '' ? named : named.filter(ending);
  if (fitting.length > 1) return { column: 'person', code: 'sheet.fault.personSeveral' };
  return fitting[0];
}

const second = (at: string | null) => (at === null ? null : Math.floor(Date.parse(at) / 1_000));

/** Posts as a sheet. A post is told again by who holds it, in which role and where; only its end changes. */
export function postSheet(deps: Deps): SheetKind {
  async function lookAt(context: SheetContext, rows: readonly TypedRow[]): Promise<Look> {
    const { trx, county } = context;
    const all = (key: string) =>
      [...new Set(rows.map(({ values }) => text(values[key])))].filter((each) => each !== '');
    const { rows: given } = await sql<PostTable>`
      select * from post where county = ${county} and id = any(${all('id')}::text[])`.execute(trx);
    const { rows: named } = await sql<PersonTable>`
      select * from person where county = ${county} and
        (name = any(${all('person')}::text[]) or id = any(${given.map(({ person }) => person)}::text[]))`.execute(trx);
    const { rows: held } = await sql<PostTable>`
      select * from post where county = ${county} and person = any(${named.map(({ id }) => id)}::text[])`.execute(trx);
    const orgs = [...given, ...held].flatMap(({ org }) => org ?? []);
    const bodies = await readBodies(trx, county, { ids: orgs, codes: all('org'), names: all('org') });
    return {
      context,
      people: Map.groupBy(named, ({ name }) => name),
      personById: new Map(named.map((each) => [each.id, each])),
      bodies,
      posts: [...new Map([...given, ...held].map((each) => [each.id, each])).values()],
      digits: await digitsOf(context, named),
    };
  }

  async function digitsOf({ trx, county }: SheetContext, people: readonly PersonTable[]) {
    const subjects = people.flatMap(({ subject }) => subject ?? []);
    const contacts = await maskedContacts(trx, deps.keys, county, subjects);
    return new Map([...contacts].map(([id, { phone = '' }]) => [id, phone.replace(/^.*\*/, '')]));
  }

  function shown(look: Pick<Look, 'personById' | 'bodies' | 'digits'>, row: PostTable, said: Values = {}): SheetRow {
    const person = look.personById.get(row.person);
    const body = look.bodies.find(({ id }) => id === row.org);
    const meant = bodyNamed(look.bodies, text(said['org']));
    const sameBody = meant !== undefined && meant !== 'several' && meant.id === row.org;
    const values = {
      person: person?.name ?? '',
      // Only helps to find the person: it is never changed here.
      lastFour: text(said['lastFour']) || (look.digits.get(person?.subject ?? '') ?? null),
      role: row.role,
      area: row.area,
      org: sameBody ? text(said['org']) : nameOfBody(body),
      from: row.from_at,
      to: row.to_at,
      time: row.time,
      id: row.id,
    };
    return { id: row.id, version: `${row.to_at ?? ''} ${row.ended_by ?? ''}`, values };
  }

  function whereFaults({ context, bodies }: Look, values: Values): CellFault[] {
    const [area, org] = [text(values['area']), text(values['org'])];
    if (area === '' && org === '') return [{ column: 'area', code: 'sheet.fault.postNowhere' }];
    if (area !== '' && !deps.isArea(area)) return [{ column: 'area', code: 'sheet.fault.areaUnknown' }];
    const body = org === '' ? undefined : bodyNamed(bodies, org);
    if (body === 'several') return [{ column: 'org', code: 'sheet.fault.orgSeveral' }];
    if (org !== '' && body === undefined) return [{ column: 'org', code: 'sheet.fault.orgUnknown' }];
    const reach = [...(area === '' ? [] : [area]), ...(body === undefined ? [] : [body.area])];
    if (mayEditPost(context.actor, reach)) return [];
    return [{ column: area === '' ? 'org' : 'area', code: 'sheet.fault.areaForbidden' }];
  }

  /** The post that a row means: by id, or one held now (or begun then) by the same person in that role and place. */
  function postOf(look: Look, values: Values, person: PersonTable | undefined): PostTable | undefined {
    const id = text(values['id']);
    if (id !== '') return look.posts.find((each) => each.id === id);
    const body = bodyNamed(look.bodies, text(values['org']));
    const org = body === undefined || body === 'several' ? null : body.id;
    const area = text(values['area']) || null;
    const alike = look.posts.filter(
      (each) => each.person === person?.id && each.role === values['role'] && each.area === area && each.org === org,
    );
    const from = text(values['from']);
    const begun = from === '' ? undefined : alike.find((each) => second(each.from_at) === second(from));
    return begun ?? alike.find(({ to_at: to }) => to === null || Date.parse(to) > look.context.now);
  }

  function timeFaults(look: Look, values: Values, own: PostTable | undefined): CellFault[] {
    const { now } = look.context;
    const to = text(values['to']);
    const from = text(values['from']) || own?.from_at || iso(now);
    if (to === '' || (own !== undefined && second(own.to_at) === second(to))) return [];
    if (Date.parse(to) <= Date.parse(from)) return [{ column: 'to', code: 'sheet.fault.postEnds' }];
    return own !== undefined && Date.parse(to) < now ? [{ column: 'to', code: 'sheet.fault.postPast' }] : [];
  }

  /** Columns that a row would change though they stay what they were. */
  function fixedFaults(look: Look, own: PostTable, values: Values, person: PersonTable | undefined): CellFault[] {
    const { values: before } = shown(look, own, values);
    const faults = ['role', 'area', 'org', 'time'].filter((key) => {
      const said = values[key];
      return said !== undefined && (said !== null || key !== 'time') && said !== (before[key] ?? null);
    });
    if (person !== undefined && person.id !== own.person) faults.push('person');
    const from = text(values['from']);
    if (from !== '' && second(from) !== second(own.from_at)) faults.push('from');
    // An end that is set comes no later, and one that has come stays.
    const [to, end] = [second(text(values['to']) || null), second(own.to_at)];
    if (to !== null && end !== null && to !== end && (to > end || end * 1_000 <= look.context.now)) faults.push('to');
    return faults.map((column) => ({ column, code: 'sheet.fault.postFixed' }));
  }

  function examineOne(look: Look, { values }: TypedRow): Examined {
    const found = personOf(look, values);
    const person = found !== undefined && 'id' in found ? found : undefined;
    const own = postOf(look, values, person);
    const faults: CellFault[] = [];
    if (found !== undefined && !('id' in found)) {
      if (own === undefined) faults.push(found);
    } else if (found === undefined && text(values['person']) !== '')
      faults.push({ column: 'person', code: 'sheet.fault.personUnknown' });
    if (text(values['id']) !== '' && own === undefined) faults.push({ column: 'id', code: 'sheet.fault.idUnknown' });
    faults.push(...timeFaults(look, values, own));
    if (own === undefined) return { faults: [...faults, ...whereFaults(look, values)] };
    faults.push(...fixedFaults(look, own, values, person));
    if (!mayIn(look.context.actor, 'people.edit', own.reach))
      faults.push({ column: 'person', code: 'sheet.fault.areaForbidden' });
    return { faults, was: shown(look, own, values) };
  }

  return {
    code: 'posts',
    name: 'sheet.kind.posts',
    permission: { read: 'people.read', write: 'people.edit' },
    tables: ['post', 'person'],
    columns: [
      { key: 'person', heading: 'sheet.column.person', type: 'text', required: true, longest: 100 },
      {
        key: 'lastFour',
        heading: 'sheet.column.lastFour',
        type: 'code',
        longest: 4,
        blank: 'keeps',
        note: 'sheet.note.lastFour',
      },
      {
        key: 'role',
        heading: 'sheet.column.role',
        type: 'choice',
        required: true,
        choices: async ({ trx, county, now, locale }) =>
          (await rolesOf(trx, county, now)).map(({ id, name }) => ({ code: id, name: inLocale(locale, name) })),
      },
      { key: 'area', heading: 'sheet.column.areaCode', type: 'code', longest: 30, note: 'sheet.note.where' },
      { key: 'org', heading: 'sheet.column.orgName', type: 'text', longest: 100, note: 'sheet.note.where' },
      { key: 'from', heading: 'sheet.column.from', type: 'instant', blank: 'keeps' },
      { key: 'to', heading: 'sheet.column.to', type: 'instant', blank: 'keeps', note: 'sheet.note.to' },
      {
        key: 'time',
        heading: 'sheet.column.time',
        type: 'choice',
        blank: 'keeps',
        choices: ({ locale }) =>
          Promise.resolve(
            postTimes.map((code: PostTime) => ({
              code,
              name: code === 'full' ? say(locale, 'people.post.full') : say(locale, 'people.post.part'),
            })),
          ),
      },
      { key: 'id', heading: 'sheet.column.id', type: 'code', blank: 'keeps', longest: 40, note: 'sheet.note.id' },
    ],
    keyOf: (values) => {
      const id = text(values['id']);
      const parts = ['person', 'lastFour', 'role', 'area', 'org', 'from'].map((key) => text(values[key]));
      return id === '' ? JSON.stringify(parts) : `#${id}`;
    },
    read: async function* read(context, { under = '' }) {
      const { trx, county, actor, now } = context;
      for (let after = ''; ; ) {
        const rows = await trx
          .selectFrom('post')
          .selectAll()
          .where('county', '=', county)
          .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', iso(now))]))
          .where('id', '>', after)
          .orderBy('id')
          .limit(batch)
          .execute();
        const mine = rows.filter(({ reach }) => reach.startsWith(under) && mayIn(actor, 'people.read', reach));
        const { rows: people } = await sql<PersonTable>`
          select * from person where county = ${county}
            and id = any(${mine.map(({ person }) => person)}::text[])`.execute(trx);
        const ids = mine.flatMap(({ org }) => org ?? []);
        const look = {
          personById: new Map(people.map((each) => [each.id, each])),
          bodies: await readBodies(trx, county, { ids, codes: [], names: [] }),
          digits: await digitsOf(context, people),
        };
        yield mine.map((row) => shown(look, row));
        after = rows.at(-1)?.id ?? after;
        if (rows.length < batch) return;
      }
    },
    examine: async (context, rows) => {
      const look = await lookAt(context, rows);
      return rows.map((row) => examineOne(look, row));
    },
    write: async (context, rows) => {
      const { trx, county, now, actor, locale } = context;
      const look = await lookAt(
        context,
        rows.map(({ row }) => row),
      );
      const fresh: PostTable[] = [];
      for (const { row, was } of rows) {
        const { values } = row;
        if (was !== undefined) {
          if (text(values['to']) === '') continue;
          const end = { at: text(values['to']), by: actor.person, reason: say(locale, 'sheet.post.ended') };
          await closePost(trx, county, was.id, end);
          continue;
        }
        const person = personOf(look, values);
        const body = bodyNamed(look.bodies, text(values['org']));
        if (person === undefined || !('id' in person) || body === 'several') continue;
        const area = text(values['area']) || null;
        fresh.push({
          county,
          id: newId(),
          person: person.id,
          role: text(values['role']),
          area,
          org: body?.id ?? null,
          reach: area ?? body?.area ?? county,
          from_at: text(values['from']) || iso(now),
          to_at: text(values['to']) || null,
          time: text(values['time']) || 'full',
          given_by: actor.person,
          ended_by: null,
          end_reason: null,
          acting_for: null,
          leave_id: null,
        });
      }
      await insertMany(trx, 'post', fresh);
    },
    // Rights are read anew for everybody: one telling is enough.
    written: (county) => {
      deps.changed.rights(county, '');
      return Promise.resolve();
    },
  };
}
