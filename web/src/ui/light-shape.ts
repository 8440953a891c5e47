/** The lights of a case; `awaiting` is hollow (nobody has said yet that it is good), `none` is no light at all. */
export const lightColours = ['red', 'yellow', 'green', 'awaiting', 'none'] as const;
export type LightColour = (typeof lightColours)[number];

/** One piece of a light's drawing in a 24 × 24 box: a path that is filled, or stroked with the width given. */
export interface Stroke {
  readonly d: string;
  readonly paint: 'colour' | 'paper';
  readonly width?: number;
}

const OCTAGON = 'M8 2h8l6 6v8l-6 6H8l-6-6V8z';
const DISC = 'M12 2a10 10 0 1 1 0 20a10 10 0 1 1 0-20z';
const LEFT_HALF = 'M12 3.5a8.5 8.5 0 0 0 0 17z';

/**
 * What a light looks like, so that it is known without its colour: octagon with a bar, half disc in a ring, disc
 * with a tick, hollow ring, dash. `spent` (0–1) is the share of the clock that is gone: the right half of the
 * yellow disc fills from its lower edge as time runs out.
 */
export function strokesOf(light: LightColour, spent = 0): readonly Stroke[] {
  switch (light) {
    case 'red':
      return [
        { d: OCTAGON, paint: 'colour' },
        { d: 'M12 6.5v7M12 16.6v1.4', paint: 'paper', width: 2.6 },
      ];
    case 'yellow':
      return [
        { d: 'M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18z', paint: 'colour', width: 2 },
        { d: LEFT_HALF, paint: 'colour' },
        ...rightHalf(spent),
      ];
    case 'green':
      return [
        { d: DISC, paint: 'colour' },
        { d: 'M7 12.4l3.4 3.5L17 8.6', paint: 'paper', width: 2.6 },
      ];
    case 'awaiting':
      return [{ d: 'M12 4.2a7.8 7.8 0 1 1 0 15.6a7.8 7.8 0 1 1 0-15.6z', paint: 'colour', width: 3.2 }];
    case 'none':
      return [{ d: 'M6 12h12', paint: 'colour', width: 2.6 }];
  }
}

/** The right half disc filled from below up to the share given. */
function rightHalf(spent: number): readonly Stroke[] {
  const share = Math.min(1, Math.max(0, spent));
  if (share === 0) return [];
  const radius = 8.5;
  const height = 12 + radius - 2 * radius * share;
  const reach = Math.sqrt(Math.max(0, radius ** 2 - (height - 12) ** 2));
  const edge = (12 + reach).toFixed(2);
  return [{ d: `M12 ${height.toFixed(2)}H${edge}A${radius} ${radius} 0 0 1 12 ${12 + radius}z`, paint: 'colour' }];
}

/** The light as an SVG document, for places that take pictures only (the map). */
export function lightPicture(light: LightColour, colour: string, paper: string, size: number): string {
  const drawn = strokesOf(light)
    .map(({ d, paint, width }) => {
      const ink = paint === 'colour' ? colour : paper;
      return width === undefined
        ? `<path d="${d}" fill="${ink}"/>`
        : `<path d="${d}" fill="none" stroke="${ink}" stroke-width="${width}" stroke-linecap="round"/>`;
    })
    .join('');
  const back = `<circle cx="12" cy="12" r="11.5" fill="${paper}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 24 24">${back}${drawn}</svg>`;
}
