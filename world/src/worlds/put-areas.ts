import { placesRoutes } from '@gezhi/contract/places/index';
import type { Client } from '../client.ts';
import { boundaryOf, type Box } from './boxes.ts';

/** An area to put in: its code says what it stands under. */
export interface WorldArea {
  readonly code: string;
  readonly kind: 'county' | 'street' | 'community' | 'grid' | 'exclusive-grid' | 'microgrid';
  readonly name: string;
  readonly box: Box;
  readonly households?: number;
}

const atOnce = 500;
/** Places hold since before the people who serve them. */
const since = '2020-01-01T00:00:00+08:00';

/** Puts areas with their boundaries in, those above before those below. */
export async function putAreas(admin: Client, areas: readonly WorldArea[]): Promise<void> {
  for (let from = 0; from < areas.length; from += atOnce) {
    const features = areas.slice(from, from + atOnce).map(({ code, kind, name, box, households }) => ({
      type: 'Feature' as const,
      properties: { code, kind, name, ...(households !== undefined && { households }) },
      geometry: boundaryOf(box) as never,
    }));
    await admin.call(placesRoutes.importAreas, { body: { crs: 'WGS84', validFrom: since, features } });
  }
}
