import { entryFaults, type RegisterKind } from '@gezhi/domain/registers/index';
import type { Trx } from '../database/index.ts';
import { rolesOf } from '../people/index.ts';
import { type FieldError, type Refusal, refuse } from '../refusal.ts';
import type { RegisterDeps } from './deps.ts';
import type { StoredEntry } from './entry-store.ts';
import { exitFaults, headFaults, postsHeld } from './holding.ts';

type Row = Pick<StoredEntry, 'area' | 'person' | 'org' | 'household' | 'from_at' | 'to_at' | 'body'>;

/** Whether a row of the county with this id is there to be referred to; in the asker's own scope. */
async function stands(
  trx: Trx,
  county: string,
  table: 'person' | 'organisation' | 'household' | 'post' | 'service_place',
  id: string,
): Promise<boolean> {
  const row = await trx
    .selectFrom(table)
    .select('id')
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

async function referenceFaults(trx: Trx, county: string, row: Row): Promise<readonly FieldError[]> {
  const faults: FieldError[] = [];
  if (row.person !== null && !(await stands(trx, county, 'person', row.person)))
    faults.push({ path: 'person', code: 'person.unknown' });
  if (row.org !== null && !(await stands(trx, county, 'organisation', row.org)))
    faults.push({ path: 'org', code: 'organisation.unknown' });
  if (row.household !== null && !(await stands(trx, county, 'household', row.household)))
    faults.push({ path: 'household', code: 'household.unknown' });
  return faults;
}

async function fieldFaults(
  trx: Trx,
  deps: Pick<RegisterDeps, 'isArea'>,
  county: string,
  kind: RegisterKind,
  row: Row,
  now: number,
): Promise<readonly FieldError[]> {
  const faults: FieldError[] = [];
  for (const { name, type } of kind.fields) {
    const value = row.body[name];
    if (typeof value !== 'string') continue;
    const path = `fields.${name}`;
    if (type === 'area' && !deps.isArea(value)) faults.push({ path, code: 'area.unknown', params: { area: value } });
    if (type === 'org' && !(await stands(trx, county, 'organisation', value)))
      faults.push({ path, code: 'organisation.unknown' });
    if (type === 'post' && !(await stands(trx, county, 'post', value))) faults.push({ path, code: 'post.notFound' });
    if (type === 'servicePlace' && !(await stands(trx, county, 'service_place', value)))
      faults.push({ path, code: 'servicePlace.unknown' });
    if (type === 'role' && !(await rolesOf(trx, county, now)).some((role) => role.id === value))
      faults.push({ path, code: 'role.unknown', params: { role: value } });
  }
  return faults;
}

/** What posts have to do with an entry: the head of an anchor household holds one, whoever leaves holds none. */
async function postFaults(
  trx: Trx,
  county: string,
  kind: RegisterKind,
  row: Row,
  now: number,
): Promise<readonly FieldError[]> {
  if (kind.code !== 'anchorHousehold' && kind.code !== 'exit') return [];
  const post = row.body['post'];
  const held = await postsHeld(
    trx,
    county,
    {
      people: row.person === null ? [] : [row.person],
      posts: typeof post === 'string' ? [post] : [],
    },
    now,
  );
  return kind.code === 'exit' ? exitFaults(row, held) : headFaults(row, held, now);
}

/** Why an entry cannot be kept so: what its kind asks for, and what it refers to. */
export async function refuseEntryValues(
  trx: Trx,
  deps: Pick<RegisterDeps, 'isArea'>,
  county: string,
  kind: RegisterKind,
  row: Row,
  now: number,
): Promise<Refusal | undefined> {
  const faults: FieldError[] = [
    ...entryFaults(kind, {
      person: row.person ?? undefined,
      org: row.org ?? undefined,
      household: row.household ?? undefined,
      from: Date.parse(row.from_at),
      to: row.to_at === null ? undefined : Date.parse(row.to_at),
      fields: row.body,
    }).map(({ path, code }) => ({ path, code: code === 'type' ? 'invalid' : code })),
    ...(deps.isArea(row.area) ? [] : [{ path: 'area', code: 'area.unknown', params: { area: row.area } }]),
  ];
  if (faults.length === 0) faults.push(...(await referenceFaults(trx, county, row)));
  if (faults.length === 0) faults.push(...(await fieldFaults(trx, deps, county, kind, row, now)));
  if (faults.length === 0) faults.push(...(await postFaults(trx, county, kind, row, now)));
  return faults.length === 0 ? undefined : refuse('register.entry.invalid', { errors: faults });
}
