import { useCallback, useEffect, useState } from 'react';

/** Where this phone is, as far as it says. */
export interface Position {
  readonly point: readonly [lon: number, lat: number];
  /** Radius in metres. */
  readonly accuracy: number;
}

export type Positioning =
  | { readonly kind: 'asking' }
  | { readonly kind: 'known'; readonly position: Position }
  | { readonly kind: 'none' };

const options: PositionOptions = { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 };

/**
 * The phone's position.
 * @param when `now` asks at once; `granted` only where the app may already, so that nobody is asked on the first page
 */
export function usePosition(when: 'now' | 'granted'): { readonly positioning: Positioning; readonly ask: () => void } {
  const [positioning, setPositioning] = useState<Positioning>({ kind: when === 'now' ? 'asking' : 'none' });
  const ask = useCallback(() => {
    if (!('geolocation' in navigator)) {
      setPositioning({ kind: 'none' });
      return;
    }
    setPositioning({ kind: 'asking' });
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) =>
        setPositioning({ kind: 'known', position: { point: [longitude, latitude], accuracy } }),
      () => setPositioning({ kind: 'none' }),
      options,
    );
  }, []);
  useEffect(() => {
    void (when === 'now' ? Promise.resolve(true) : mayAlready()).then((may) => {
      if (may) ask();
    });
  }, [when, ask]);
  return { positioning, ask };
}

async function mayAlready(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'geolocation' })).state === 'granted';
  } catch {
    return false;
  }
}
