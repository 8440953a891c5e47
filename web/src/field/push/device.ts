import { pushRoutes } from '@gezhi/contract/notices/push';
import { call } from '../../api/call.ts';
import type { Problem } from '../../api/call.ts';

/** How alerts stand on this phone. `blocked`: the person or the system said no, which only the browser's settings undo. */
export type AlertState = 'unsupported' | 'blocked' | 'off' | 'on';

/** How turning them on ended. `noService`: the browser's push service cannot be reached from here. */
export type TurnedOn = 'on' | 'blocked' | 'noService' | Problem;

const patienceMs = 15_000;

async function manager(): Promise<PushManager | undefined> {
  if (!('serviceWorker' in navigator) || !('PushManager' in globalThis) || !('Notification' in globalThis)) return;
  // On the very first visit the worker is still being installed; where it never is, nothing will ring.
  const never = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs, undefined));
  return (await Promise.race([navigator.serviceWorker.ready, never]))?.pushManager;
}

/** The name the server has for a device: the hash of its endpoint. */
export async function markOf(endpoint: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint)));
  return btoa(String.fromCodePoint(...hash))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Whether this phone is one of the devices the server alerts for the person signed in. */
export async function alertState(devices: readonly string[]): Promise<AlertState> {
  const push = await manager();
  if (push === undefined) return 'unsupported';
  if (Notification.permission === 'denied') return 'blocked';
  const known = await push.getSubscription();
  if (known === null || Notification.permission !== 'granted') return 'off';
  return devices.includes(await markOf(known.endpoint)) ? 'on' : 'off';
}

/** Turns alerts on, asking the person first. @param key the server's public key */
export async function turnOn(key: string): Promise<TurnedOn> {
  const push = await manager();
  if (push === undefined || (await Notification.requestPermission()) !== 'granted') return 'blocked';
  // One of somebody who used this phone before, or of an older key: it must not be taken over.
  await (await push.getSubscription())?.unsubscribe();
  const made = await push.subscribe({ userVisibleOnly: true, applicationServerKey: key }).catch(() => undefined);
  const { endpoint, keys } = made?.toJSON() ?? {};
  const { p256dh, auth } = keys ?? {};
  if (endpoint === undefined || p256dh === undefined || auth === undefined) return 'noService';
  const added = await call(pushRoutes.add, { body: { endpoint, keys: { p256dh, auth } } });
  if (added.ok) return 'on';
  await made?.unsubscribe();
  return added.problem;
}

/** Turns alerts off on this phone. Also without a line: then the push service says that it is gone. */
export async function turnOff(): Promise<void> {
  const known = await (await manager())?.getSubscription();
  if (known === null || known === undefined) return;
  await known.unsubscribe();
  await call(pushRoutes.remove, { params: { mark: await markOf(known.endpoint) } });
}

/** Takes alerts off a phone that somebody else turned on: what is theirs is not for whoever is signed in now. */
export async function dropOthers(): Promise<void> {
  const push = await manager();
  const known = await push?.getSubscription();
  if (known === null || known === undefined) return;
  const own = await call(pushRoutes.read, {});
  if (own.ok && !own.value.devices.includes(await markOf(known.endpoint))) await known.unsubscribe();
}
