import type { Json } from './table.ts';

/** One number or text of a body that stands in no table. */
export interface Setting {
  /** Dotted: `flood.perAddress.times`. Its name is in the catalogue under `rules.setting.`. */
  readonly path: string;
  readonly value: number | string | boolean;
}

/** The single values of a body in the order of reading: the database keeps none. Lists stand elsewhere. */
export function settingsIn(body: Json): readonly Setting[] {
  return leavesIn(body, '').toSorted((a, b) => placeOf(a.path) - placeOf(b.path));
}

const order = [
  'sampleRate',
  'rating.',
  'reopening.times',
  'reopening.withinDays',
  'nearby.metres',
  'nearby.days',
  'flood.perAddress.times',
  'flood.perAddress.minutes',
  'flood.perCounty.times',
  'flood.perCounty.minutes',
  'wrongCodes.times',
  'wrongCodes.minutes',
  'retention.contactDays',
  'raisedAgain.times',
  'raisedAgain.days',
];

function placeOf(path: string): number {
  const at = order.findIndex((start) => path.startsWith(start));
  return at === -1 ? order.length : at;
}

function leavesIn(body: Json, start: string): readonly Setting[] {
  return Object.entries(body).flatMap(([name, value]): readonly Setting[] => {
    if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') {
      return [{ path: start + name, value }];
    }
    return isTree(value) ? leavesIn(value, `${start}${name}.`) : [];
  });
}

/** The body with another value in one place. */
export function withSetting(body: Json, path: string, value: unknown): Json {
  const cut = path.indexOf('.');
  if (cut === -1) return { ...body, [path]: value };
  const [name, rest] = [path.slice(0, cut), path.slice(cut + 1)];
  const inner = body[name];
  return { ...body, [name]: withSetting(isTree(inner) ? inner : {}, rest, value) };
}

/** Settings that are shares of one: people read and write them in per cent. */
export const isShare = (path: string): boolean => path === 'sampleRate' || path === 'shortShare';

function isTree(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
