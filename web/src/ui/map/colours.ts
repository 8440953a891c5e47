import type { LightColour } from '../light-shape.ts';

/** Colours of the map, read from the tokens of the page, because WebGL knows no CSS variables. */
export interface MapColours {
  readonly land: string;
  readonly line: string;
  readonly surface: string;
  readonly ink: string;
  readonly ink2: string;
  readonly brand: string;
  readonly onBrand: string;
  readonly danger: string;
  readonly lights: Readonly<Record<LightColour, string>>;
}

export function mapColours(): MapColours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    land: token('--map-land'),
    line: token('--map-line'),
    surface: token('--surface'),
    ink: token('--ink'),
    ink2: token('--ink-2'),
    brand: token('--brand'),
    onBrand: token('--on-brand'),
    danger: token('--danger'),
    lights: {
      red: token('--light-red'),
      yellow: token('--light-yellow'),
      green: token('--light-green'),
      awaiting: token('--light-ring'),
      none: token('--light-ring'),
    },
  };
}
