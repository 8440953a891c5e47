import { turnRefusal } from '@gezhi/domain/people/index';
import type { Values } from '@gezhi/domain/sheets/index';
import { sql } from 'kysely';
import { type DutyTurnTable, insertMany, type OrganisationTable, type PersonTable } from '../database/index.ts';
import { newId } from '../new-id.ts';
import type { CellFault, Examined, SheetContext, SheetKind, SheetRow, TypedRow } from '../sheets/index.ts';
import type { PeopleDeps } from './deps.ts';
import { deleteTurn, listTurnRows } from './duty-store.ts';
import { mayEditDuty } from './edit-duty.ts';
import { bodyNamed, nameOfBody, readBodies } from './organisation-sheet.ts';

type Deps = Pick<PeopleDeps, 'isArea'>;

const batch = 1_000;
const text = (value: Values[string] | undefined): string => (typeof value === 'string' ? value.trim() : '');
const second = (at: string) => Math.floor(Date.parse(at) / 1_000);

/** What rows of a file may mean, read together. */
interface Look {
  readonly people: ReadonlyMap<string, readonly PersonTable[]>;
  readonly bodies: readonly OrganisationTable[];
  readonly turns: readonly DutyTurnTable[];
  readonly names: ReadonlyMap<string, string>;
}

async function namesOf({ trx, county }: SheetContext, turns: readonly DutyTurnTable[]) {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from person where county = ${county}
      and id = any(${turns.map(({ person }) => person)}::text[])`.execute(trx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function shown(look: Pick<Look, 'bodies' | 'names'>, row: DutyTurnTable, said: Values = {}): SheetRow {
  const body = look.bodies.find(({ id }) => id === row.org);
  const meant = bodyNamed(look.bodies, text(said['org']));
  const same = meant !== undefined && meant !== 'several' && meant.id === row.org;
  const values = {
    person: look.names.get(row.person) ?? '',
    area: row.area,
    org: same ? text(said['org']) : nameOfBody(body),
    from:
      said['from'] !== undefined && second(text(said['from'])) === second(row.from_at)
        ? text(said['from'])
        : row.from_at,
    to: row.to_at,
    id: row.id,
  };
  return { id: row.id, version: `${row.from_at} ${row.to_at} ${row.person}`, values };
}

/** The roster as a sheet. A turn is told again by its desk, who has it and when it begins; only its end changes. */
export function dutySheet(deps: Deps): SheetKind {
  async function lookAt(context: SheetContext, rows: readonly TypedRow[]): Promise<Look> {
    const { trx, county } = context;
    const all = (key: string) => [...new Set(rows.map(({ values }) => text(values[key])))].filter((one) => one !== '');
    const { rows: people } = await sql<PersonTable>`
      select * from person where county = ${county} and retired_at is null
        and name = any(${all('person')}::text[])`.execute(trx);
    const { rows: turns } = await sql<DutyTurnTable>`
      select * from duty_turn where county = ${county}
        and (id = any(${all('id')}::text[]) or person = any(${people.map(({ id }) => id)}::text[]))`.execute(trx);
    const orgs = turns.flatMap(({ org }) => org ?? []);
    return {
      people: Map.groupBy(people, ({ name }) => name),
      bodies: await readBodies(trx, county, { ids: orgs, codes: all('org'), names: all('org') }),
      turns,
      names: await namesOf(context, turns),
    };
  }

  function deskOf({ bodies }: Look, values: Values) {
    const org = bodyNamed(bodies, text(values['org']));
    return { area: text(values['area']) || null, org: org === undefined || org === 'several' ? null : org };
  }

  function turnOf(look: Look, values: Values): DutyTurnTable | undefined {
    const id = text(values['id']);
    if (id !== '') return look.turns.find((turn) => turn.id === id);
    const { area, org } = deskOf(look, values);
    const people = look.people.get(text(values['person'])) ?? [];
    const begins = second(text(values['from']));
    return look.turns.find(
      (turn) =>
        turn.area === area &&
        turn.org === (org?.id ?? null) &&
        people.some((person) => person.id === turn.person) &&
        second(turn.from_at) === begins,
    );
  }

  /** Who a row names; of several with one name, whoever has this very turn already. */
  const personOf = (look: Look, values: Values): string | undefined => {
    const named = look.people.get(text(values['person'])) ?? [];
    return named.length === 1 ? named[0]?.id : turnOf(look, values)?.person;
  };

  function faultsOf({ actor, county }: SheetContext, look: Look, values: Values): CellFault[] {
    const [area, org] = [text(values['area']), text(values['org'])];
    if ((area === '') === (org === '')) return [{ column: 'area', code: 'people.fault.oneDesk' }];
    if (area !== '' && !deps.isArea(area))
      return [{ column: 'area', code: 'sheet.fault.areaUnknown', params: { area } }];
    const body = org === '' ? undefined : bodyNamed(look.bodies, org);
    if (body === 'several') return [{ column: 'org', code: 'sheet.fault.orgSeveral' }];
    if (org !== '' && body === undefined) return [{ column: 'org', code: 'sheet.fault.orgUnknown' }];
    const before = turnOf(look, values);
    const reach = area || (body?.area ?? county);
    if (!mayEditDuty(actor, { org: body?.id }, reach))
      return [{ column: area === '' ? 'org' : 'area', code: 'sheet.fault.areaForbidden' }];
    const faults: CellFault[] = [];
    if (text(values['id']) !== '') {
      if (before === undefined) return [{ column: 'id', code: 'sheet.fault.idUnknown' }];
      if (before.area !== (area || null) || before.org !== (body?.id ?? null))
        faults.push({ column: area === '' ? 'org' : 'area', code: 'people.fault.turnFixed' });
      if (look.names.get(before.person) !== text(values['person']))
        faults.push({ column: 'person', code: 'people.fault.turnFixed' });
      if (second(before.from_at) !== second(text(values['from'])))
        faults.push({ column: 'from', code: 'people.fault.turnFixed' });
    } else if (personOf(look, values) === undefined) {
      const several = (look.people.get(text(values['person'])) ?? []).length > 1;
      faults.push({ column: 'person', code: several ? 'sheet.fault.personSeveral' : 'problem.person.unknown' });
    }
    const [from, to] = [Date.parse(text(values['from'])), Date.parse(text(values['to']))];
    const wrong = Number.isNaN(from) || Number.isNaN(to) ? undefined : turnRefusal({ from, to });
    if (wrong !== undefined) faults.push({ column: 'to', code: `problem.${wrong}` });
    return faults;
  }

  return {
    code: 'duty',
    name: 'duty.roster',
    permission: { read: 'people.read', write: 'duty.edit' },
    columns: [
      { key: 'person', heading: 'people.column.person', type: 'text', required: true, longest: 100 },
      { key: 'area', heading: 'people.column.area', type: 'code', longest: 30, note: 'people.note.desk' },
      { key: 'org', heading: 'people.column.org', type: 'text', longest: 200, note: 'people.note.desk' },
      { key: 'from', heading: 'people.column.from', type: 'instant', required: true },
      { key: 'to', heading: 'people.column.to', type: 'instant', required: true },
      { key: 'id', heading: 'people.column.id', type: 'code', blank: 'keeps', longest: 40, note: 'sheet.note.id' },
    ],
    keyOf: (values) =>
      text(values['id']) || JSON.stringify(['person', 'area', 'org', 'from'].map((key) => values[key] ?? null)),
    read: async function* read(context, { under }) {
      const { trx, county } = context;
      for (let after: { at: string; id: string } | undefined; ; ) {
        const turns = await listTurnRows(trx, county, {}, after, batch);
        const look = {
          bodies: await readBodies(trx, county, { ids: turns.flatMap(({ org }) => org ?? []), codes: [], names: [] }),
          names: await namesOf(context, turns),
        };
        yield turns.filter(({ reach }) => reach.startsWith(under ?? '')).map((turn) => shown(look, turn));
        const last = turns.at(-1);
        if (last === undefined || turns.length < batch) return;
        after = { at: last.from_at, id: last.id };
      }
    },
    examine: async (context, rows) => {
      const look = await lookAt(context, rows);
      return rows.map(({ values }): Examined => {
        const was = turnOf(look, values);
        return { faults: faultsOf(context, look, values), was: was && shown(look, was, values) };
      });
    },
    write: async (context, rows) => {
      const { trx, county, actor } = context;
      const look = await lookAt(
        context,
        rows.map(({ row }) => row),
      );
      const fresh: DutyTurnTable[] = [];
      const different: DutyTurnTable[] = [];
      for (const { row } of rows) {
        const { values } = row;
        const before = turnOf(look, values);
        const to = text(values['to']);
        if (before !== undefined) {
          different.push({ ...before, to_at: to });
          continue;
        }
        const { area, org } = deskOf(look, values);
        fresh.push({
          county,
          id: newId(),
          area,
          org: org?.id ?? null,
          reach: area ?? org?.area ?? county,
          person: personOf(look, values) ?? '',
          from_at: text(values['from']),
          to_at: to,
          made_by: actor.person,
        });
      }
      // A turn is never changed in place: it is taken off and put back with its new end, under the same id.
      for (const { id } of different) await deleteTurn(trx, county, id);
      await insertMany(trx, 'duty_turn', [...different, ...fresh]);
    },
  };
}
