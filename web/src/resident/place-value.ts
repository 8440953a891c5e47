/** A place as the form sends it; the server writes and reads the same: `area|longitude|latitude|name`. */
export function placeValue(name: string, point?: readonly [number, number], area = ''): string {
  const round = (degrees: number | undefined) => (degrees === undefined ? '' : String(Math.round(degrees * 1e6) / 1e6));
  return [area, round(point?.[0]), round(point?.[1]), name].join('|');
}

/** One place to choose from. */
export interface PlaceOption {
  readonly value: string;
  readonly label: string;
  readonly note: string;
}

/** What a search of the API answers, the part of it that is shown. */
export interface Hit {
  readonly what: 'area' | 'landmark';
  readonly kind: string;
  readonly name: string;
  readonly address?: string;
  readonly area: string;
  readonly areaName: string;
  readonly point?: readonly [number, number];
}

/** Kinds so small that their middle is where a matter in them is. The server's rule for its own hits is the same. */
const pointlike: ReadonlySet<string> = new Set(['microgrid', 'exclusive-grid']);

export function optionOf({ what, kind, name, address = '', area, areaName, point }: Hit): PlaceOption {
  const exact = what === 'landmark' || pointlike.has(kind);
  const note = [address, areaName === name ? '' : areaName].filter((part) => part !== '').join(' · ');
  return { value: placeValue(name, exact ? point : undefined, what === 'area' ? area : ''), label: name, note };
}
