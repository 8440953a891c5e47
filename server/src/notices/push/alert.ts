import type { PushMessage } from '@gezhi/contract/notices/index';
import { localeFrom, say } from '@gezhi/contract/words/index';
import { findCut, categoriesOf } from '../../rules/index.ts';
import type { Trx } from '../../database/index.ts';
import type { Deps } from '../../deps.ts';
import { NotDelivered, type PushGateway } from '../../gateways/index.ts';
import { pushQueue } from '../queues.ts';
import { plainSentence } from '../present-notice.ts';
import { findNotice } from '../store.ts';
import { devicesOf, findDevice, removeDevice, sealedFor, subscriptionIn } from './store.ts';

/** One notice for one device. */
export interface Alert {
  readonly county: string;
  readonly person: string;
  readonly notice: string;
  readonly mark: string;
}

/** Has the devices of those who were told alerted, once the transaction is committed. */
export async function alertDevices(
  { jobs }: Pick<Deps, 'jobs'>,
  trx: Trx,
  county: string,
  told: readonly { readonly id: string; readonly person: string }[],
): Promise<void> {
  const noticesOf = Map.groupBy(told, ({ person }) => person);
  for (const { person, mark } of await devicesOf(trx, county, [...noticesOf.keys()])) {
    for (const { id: notice } of noticesOf.get(person) ?? [])
      await jobs.enqueue(trx, pushQueue, { county, person, notice, mark } satisfies Alert);
  }
}

/** What is still to be sent: nothing once the notice was read or the device taken off. */
async function open({ keys }: Pick<Deps, 'keys'>, trx: Trx, { county, person, notice: id, mark }: Alert) {
  const device = await findDevice(trx, county, person, mark);
  const notice = await findNotice(trx, county, id);
  if (device === undefined || notice?.unread !== true) return undefined;
  const locale = localeFrom(device.locale);
  const cut = await findCut(trx, county, Date.parse(notice.at));
  const category = cut && categoriesOf(cut).byCode.get(notice.category)?.name;
  const text = plainSentence(notice, locale, category);
  if (text === undefined) return undefined;
  const title = say(locale, 'field.install.name');
  const message: PushMessage = { id, caseId: notice.case_id, title, text, lang: locale };
  return { subscription: subscriptionIn(keys.openOwn(device.subscription, sealedFor)), text: JSON.stringify(message) };
}

/**
 * Alerts one device unless its person has read the notice. A device that is gone is taken off; what did not arrive after
 * every try stays in the unread list, which is where notices are.
 * @throws NotDelivered when it is to be tried again
 */
export async function alertDevice(
  deps: Pick<Deps, 'db' | 'keys'> & { readonly push: Pick<PushGateway, 'send'> },
  alert: Alert,
): Promise<void> {
  const { county, person, mark } = alert;
  const scope = { county, system: true } as const;
  const opened = await deps.db.transaction(scope, (trx) => open(deps, trx, alert));
  if (opened === undefined) return;
  try {
    await deps.push.send(opened.subscription, opened.text);
  } catch (error) {
    if (!(error instanceof NotDelivered) || error.code !== 'gone') throw error;
    await deps.db.transaction(scope, (trx) => removeDevice(trx, county, person, mark));
  }
}
