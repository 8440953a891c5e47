import type { PushSubscriptionBody } from '@gezhi/contract/notices/index';
import type { Selectable } from 'kysely';
import type { PushDeviceTable, Trx } from '../../database/index.ts';

export type DeviceRow = Selectable<PushDeviceTable>;

/** More than anybody carries; the oldest make room. */
const mostDevices = 10;

/** What the address and keys of a device are sealed for. */
export const sealedFor = 'push device';

/** The devices of a person, newest first. */
export async function listDevices(trx: Trx, county: string, person: string): Promise<readonly DeviceRow[]> {
  return trx
    .selectFrom('push_device')
    .selectAll()
    .where('county', '=', county)
    .where('person', '=', person)
    .orderBy('since', 'desc')
    .orderBy('mark')
    .execute();
}

/** The devices of several persons: whom, and which. */
export async function devicesOf(
  trx: Trx,
  county: string,
  persons: readonly string[],
): Promise<readonly Pick<DeviceRow, 'person' | 'mark'>[]> {
  if (persons.length === 0) return [];
  return trx
    .selectFrom('push_device')
    .select(['person', 'mark'])
    .where('county', '=', county)
    .where('person', 'in', persons)
    .execute();
}

export async function findDevice(
  trx: Trx,
  county: string,
  person: string,
  mark: string,
): Promise<DeviceRow | undefined> {
  return trx
    .selectFrom('push_device')
    .selectAll()
    .where('county', '=', county)
    .where('person', '=', person)
    .where('mark', '=', mark)
    .executeTakeFirst();
}

/** Adds a device, or what is new of one that is known. */
export async function keepDevice(trx: Trx, row: DeviceRow): Promise<void> {
  await trx
    .insertInto('push_device')
    .values(row)
    .onConflict((on) =>
      on.columns(['county', 'person', 'mark']).doUpdateSet((eb) => ({
        subscription: eb.ref('excluded.subscription'),
        locale: eb.ref('excluded.locale'),
        since: eb.ref('excluded.since'),
      })),
    )
    .execute();
  const devices = await listDevices(trx, row.county, row.person);
  for (const { mark } of devices.slice(mostDevices)) await removeDevice(trx, row.county, row.person, mark);
}

export async function removeDevice(trx: Trx, county: string, person: string, mark: string): Promise<void> {
  await trx
    .deleteFrom('push_device')
    .where('county', '=', county)
    .where('person', '=', person)
    .where('mark', '=', mark)
    .execute();
}

/** The subscription as it was sealed. */
export const subscriptionIn = (text: string): PushSubscriptionBody => JSON.parse(text) as PushSubscriptionBody;
