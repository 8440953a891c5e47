/** Where the service worker is; it also serves /field itself, above its own folder. */
const address = '/field/sw.js';
const scope = '/field';

let waiting: ServiceWorker | undefined;
const listeners = new Set<() => void>();

/** A newer app that is ready on the phone and waits for the word. */
export const newerApp = {
  get: (): ServiceWorker | undefined => waiting,
  listen: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

/** Installs the app on the phone, so that it starts without a line. Without it everything works while the line is up. */
export function installWorker(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const ready = (worker: ServiceWorker | null) => {
    // The very first one is no news: nothing older is open.
    if (worker === null || navigator.serviceWorker.controller === null) return;
    waiting = worker;
    for (const listener of listeners) listener();
  };
  const begin = async () => {
    const registration = await navigator.serviceWorker.register(address, { scope, type: 'module' });
    ready(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => {
        if (installing.state === 'installed') ready(installing);
      });
    });
  };
  // The page has the line first.
  if (document.readyState === 'complete') void begin().catch(() => undefined);
  else addEventListener('load', () => void begin().catch(() => undefined), { once: true });
}

/** Goes over to the newer app; what is typed is on the phone. */
export function takeNewer(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting?.postMessage('takeOver', []);
}
