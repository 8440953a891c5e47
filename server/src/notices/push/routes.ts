import { createHash } from 'node:crypto';
import { pushRoutes } from '@gezhi/contract/notices/index';
import type { FastifyInstance } from 'fastify';
import { scopeOf } from '../../database/index.ts';
import type { Deps } from '../../deps.ts';
import type { PushGateway } from '../../gateways/index.ts';
import { serve } from '../../http/index.ts';
import { staffOf } from '../../people/index.ts';
import { refuse } from '../../refusal.ts';
import { keepDevice, listDevices, removeDevice, sealedFor } from './store.ts';

const markOf = (endpoint: string): string => createHash('sha256').update(endpoint).digest('base64url');

/** Registers the devices of whoever asks; nobody else's are seen or changed. */
export function registerPush(app: FastifyInstance, deps: Deps, push: Pick<PushGateway, 'publicKey' | 'takes'>): void {
  const { db, clock, keys } = deps;

  serve(app, deps, pushRoutes.read, ({ actor }) => {
    const { county, person } = staffOf(actor);
    return db.transaction(scopeOf(actor, county), async (trx) => {
      const devices = await listDevices(trx, county, person);
      return { key: push.publicKey, devices: devices.map(({ mark }) => mark) };
    });
  });

  serve(app, deps, pushRoutes.add, ({ body, actor, locale }) => {
    const { county, person } = staffOf(actor);
    if (!push.takes(body)) return Promise.resolve(refuse('push.invalid'));
    const mark = markOf(body.endpoint);
    const subscription = keys.sealOwn(JSON.stringify(body), sealedFor);
    const since = new Date(clock.now()).toISOString();
    return db.transaction(scopeOf(actor, county), async (trx) => {
      await keepDevice(trx, { county, person, mark, subscription, locale, since });
      return { mark };
    });
  });

  serve(app, deps, pushRoutes.remove, ({ params, actor }) => {
    const { county, person } = staffOf(actor);
    return db.transaction(scopeOf(actor, county), (trx) => removeDevice(trx, county, person, params.mark));
  });
}
