import { useSyncExternalStore } from 'react';
import type { ComponentProps, MouseEvent } from 'react';
import { addressOf, placeOf } from './place.ts';
import type { Place } from './place.ts';

const listeners = new Set<() => void>();
let known = { address: '', place: placeOf('', '') };

function current(): Place {
  const address = location.pathname + location.search;
  if (known.address !== address) known = { address, place: placeOf(location.pathname, location.search) };
  return known.place;
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', listener);
  };
}

/** Goes to a place. `replace` leaves no step to go back to. */
export function go(place: Place, options: { readonly replace?: boolean } = {}): void {
  const address = addressOf(place);
  if (options.replace === true) history.replaceState({ inside: true }, '', address);
  else history.pushState({ inside: true }, '', address);
  scrollTo(0, 0);
  for (const listener of listeners) listener();
}

/** One step back inside the app; to today where the app was entered here. */
export function goBack(): void {
  const state: unknown = history.state;
  if (typeof state === 'object' && state !== null && 'inside' in state) history.back();
  else go({ at: 'today' }, { replace: true });
}

/** Where somebody is; follows every step, the browser's own back included. */
export function usePlace(): Place {
  return useSyncExternalStore(listen, current);
}

/** A link inside the app: an address like any other, opened without leaving the page. */
export function Go({ to, onClick, ...rest }: Omit<ComponentProps<'a'>, 'href'> & { readonly to: Place }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(to);
  };
  return <a {...rest} href={addressOf(to)} onClick={follow} />;
}
