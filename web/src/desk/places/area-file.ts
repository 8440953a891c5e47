import { areaFeature } from '@gezhi/contract/places/index';
import { z } from 'zod';

const file = z.object({ type: z.literal('FeatureCollection'), features: z.array(areaFeature).min(1).max(1_000) });

/** The areas in a GeoJSON file; undefined where it holds none that can be read. What else is wrong the server says. */
export function areasInFile(text: string): z.output<typeof file>['features'] | undefined {
  const read = file.safeParse(parsed(text));
  return read.success ? read.data.features : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
