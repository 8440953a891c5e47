import type { Deps } from '../deps.ts';
import { type Gateways, openGateways, openPush, type PushGateway } from '../gateways/index.ts';
import { deliverMessage } from './deliver-message.ts';
import { followNews } from './follow-news.ts';
import { type Alert, alertDevice } from './push/index.ts';
import { deliveryQueue, newsQueue, pushQueue } from './queues.ts';
import type { Told } from './tell.ts';

/** News told in one transaction: who is on duty is then found once for all of them. */
const newsAtOnce = 100;
/** Tries to alert a device after the first; the last one is some minutes later, when the alert is still of use. */
const pushRetries = 5;

export { queueMessage } from './queue-message.ts';
export { registerNotices } from './routes.ts';
export { tell } from './tell.ts';

/** Says how news are told and messages sent. Before the jobs start, also in commands that only put jobs in. */
export function handleNotices(
  deps: Pick<Deps, 'db' | 'keys' | 'jobs' | 'newId' | 'clock' | 'config'>,
  gateways: Gateways = openGateways(deps.config),
  push: Pick<PushGateway, 'send'> = openPush(deps.config, deps.keys),
): void {
  deps.jobs.handleTogether<Told>(newsQueue, (all) => followNews(deps, all), { batch: newsAtOnce });
  deps.jobs.handle<{ county: string; id: string }>(
    deliveryQueue,
    // How often a gateway is tried stands with the message.
    (message) => deliverMessage({ ...deps, gateways }, message),
  );
  deps.jobs.handle<Alert>(pushQueue, (alert) => alertDevice({ ...deps, push }, alert), { retries: pushRetries });
}
