import type { Deps } from '../deps.ts';
import { type Gateways, openGateways } from '../gateways/index.ts';
import { deliverMessage, mostTries } from './deliver-message.ts';
import { followNews } from './follow-news.ts';
import { deliveryQueue, newsQueue } from './queues.ts';
import type { Told } from './tell.ts';

export { queueMessage } from './queue-message.ts';
export { registerNotices } from './routes.ts';
export { tell } from './tell.ts';

/** Says how news are told and messages sent. Before the jobs start, also in commands that only put jobs in. */
export function handleNotices(
  deps: Pick<Deps, 'db' | 'keys' | 'jobs' | 'newId' | 'clock' | 'config'>,
  gateways: Gateways = openGateways(deps.config),
): void {
  deps.jobs.handle<Told>(newsQueue, (told) => followNews(deps, told));
  deps.jobs.handle<{ county: string; id: string }>(
    deliveryQueue,
    (message) => deliverMessage({ ...deps, gateways }, message),
    {
      retries: mostTries - 1,
    },
  );
}
