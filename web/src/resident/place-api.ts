import type { Hit } from './place-value.ts';

/** Where a point lies, from the county down. */
interface Located {
  readonly served: boolean;
  readonly chain: readonly { readonly name: string }[];
  readonly places: readonly string[];
}

/** Areas with their borders, and roads. */
export interface MapFeatures {
  readonly features: readonly {
    readonly properties: { readonly code?: string; readonly kind: string; readonly name: string };
    readonly geometry: { readonly type: string; readonly coordinates: unknown } | null;
  }[];
}

/** Places by a part of their name. Nothing where the line is down: the form still takes words. */
export async function search(text: string, county: string): Promise<readonly Hit[]> {
  const query = new URLSearchParams({ q: text, limit: '8', ...(county === '' ? {} : { county }) });
  const answer = await read<{ readonly rows: readonly Hit[] }>(`/api/places/search?${query.toString()}`);
  return answer?.rows ?? [];
}

export function locate([lon, lat]: readonly [number, number]): Promise<Located | undefined> {
  return read<Located>(`/api/places/locate?lon=${lon}&lat=${lat}`);
}

export async function bordersOf(county: string): Promise<MapFeatures> {
  const answer = await read<MapFeatures>(
    `/api/places/map?under=${county}&kinds=street,community,grid,exclusive-grid&roads=true`,
  );
  return answer ?? { features: [] };
}

async function read<Answer>(address: string): Promise<Answer | undefined> {
  try {
    const response = await fetch(address, { headers: { accept: 'application/json' } });
    return response.ok ? ((await response.json()) as Answer) : undefined;
  } catch {
    return undefined;
  }
}
