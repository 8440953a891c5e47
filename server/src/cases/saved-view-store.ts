import type { SavedView, ViewState } from '@gezhi/contract/cases/index';
import type { Trx } from '../database/index.ts';

/** Whose views they are. Row-level security shows nobody else's. */
export interface Keeper {
  readonly county: string;
  readonly person: string;
}

/** A person's views, the oldest first. */
export async function listViews(trx: Trx, { county, person }: Keeper): Promise<SavedView[]> {
  const rows = await trx
    .selectFrom('saved_view')
    .select(['id', 'name', 'state'])
    .where('county', '=', county)
    .where('person', '=', person)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, state }) => ({ id, name, state: state as ViewState }));
}

/** Adds a view; false where the person has one of that name. */
export async function insertView(
  trx: Trx,
  { county, person }: Keeper,
  view: SavedView,
  madeAt: string,
): Promise<boolean> {
  const added = await trx
    .insertInto('saved_view')
    .values({ county, person, id: view.id, name: view.name, state: JSON.stringify(view.state), made_at: madeAt })
    .onConflict((on) => on.columns(['county', 'person', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** Writes name and state of one of the person's views. */
export async function updateView(trx: Trx, { county, person }: Keeper, view: SavedView): Promise<void> {
  await trx
    .updateTable('saved_view')
    .set({ name: view.name, state: JSON.stringify(view.state) })
    .where('county', '=', county)
    .where('id', '=', view.id)
    .where('person', '=', person)
    .execute();
}

export async function deleteView(trx: Trx, { county, person }: Keeper, id: string): Promise<boolean> {
  const gone = await trx
    .deleteFrom('saved_view')
    .where('county', '=', county)
    .where('id', '=', id)
    .where('person', '=', person)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}
