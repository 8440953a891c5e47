import type { LightColour } from '../light-shape.ts';

/** Colours of the map, read from the tokens of the page, because WebGL knows no CSS variables. */
export interface MapColours {
  readonly dark: boolean;
  readonly land: string;
  /** Of a base map: fields and parks, water, houses. */
  readonly ground: string;
  readonly water: string;
  readonly building: string;
  readonly line: string;
  readonly surface: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly brand: string;
  readonly brandStrong: string;
  readonly onBrand: string;
  readonly danger: string;
  readonly lights: Readonly<Record<LightColour, string>>;
}

export function mapColours(): MapColours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    dark: style.colorScheme === 'dark',
    land: token('--map-land'),
    ground: token('--surface-sunk'),
    water: token('--surface-chosen'),
    building: token('--line'),
    line: token('--map-line'),
    surface: token('--surface'),
    ink: token('--ink'),
    ink2: token('--ink-2'),
    ink3: token('--ink-3'),
    brand: token('--brand'),
    brandStrong: token('--brand-strong'),
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
