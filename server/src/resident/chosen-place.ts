import type { PlaceHit } from '@gezhi/contract/places/index';

/** A place as a form carries it: the code of an area, a point, or both, with the name it was chosen by. */
export interface ChosenPlace {
  readonly area?: string;
  /** `[longitude, latitude]`, WGS 84. */
  readonly point?: readonly [number, number];
  readonly name: string;
}

/** Kinds so small that their middle is where a matter in them is; of a larger one only the code is known. */
const pointlike: ReadonlySet<string> = new Set(['microgrid', 'exclusive-grid']);

/** A place found by its name. */
export function placeOfHit({ what, kind, name, area, point }: PlaceHit): ChosenPlace {
  const exact = point !== undefined && (what === 'landmark' || pointlike.has(kind));
  return { name, ...(what === 'area' && { area }), ...(exact && { point }) };
}

/** One value of a form: `area|longitude|latitude|name`. The script of the page writes the same. */
export function writePlace({ area, point, name }: ChosenPlace): string {
  return [area ?? '', point?.[0] ?? '', point?.[1] ?? '', name].join('|');
}

/** Reads such a value; undefined for what is none. */
export function readPlace(value: string): ChosenPlace | undefined {
  const [, area = '', lon = '', lat = '', name = ''] =
    /^(\d{0,30})\|([-\d.]{0,25})\|([-\d.]{0,25})\|(.{0,200})$/su.exec(value) ?? [];
  const point = lon === '' || lat === '' ? undefined : pointOf(Number(lon), Number(lat));
  if (area === '' && point === undefined) return undefined;
  return { name, ...(area !== '' && { area }), ...(point && { point }) };
}

function pointOf(lon: number, lat: number): readonly [number, number] | undefined {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : undefined;
}
