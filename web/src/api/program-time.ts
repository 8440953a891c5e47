import { useSyncExternalStore } from 'react';

/** The program's clock minus this device's, in ms. The program's may be set ahead in a demonstration. */
let offset = 0;
let tick = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** Takes the program's time from an answer of the server. */
export function setProgramTime(iso: string): void {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return;
  offset = at - Date.now();
  announce();
}

/** Now on the program's clock, epoch ms. */
export function programNow(): number {
  return Date.now() + offset;
}

/** Zone of the county, an IANA name; times are shown in it wherever the device is. */
export const countyZone = 'Asia/Shanghai';

function announce() {
  tick = programNow();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(announce, 15_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Now on the program's clock, moving on by itself four times a minute: one timer for the whole page. */
export function useProgramNow(): number {
  return useSyncExternalStore(subscribe, () => tick);
}
