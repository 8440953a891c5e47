import type { Map } from 'maplibre-gl';
import { lightColours, lightPicture } from '../light-shape.ts';
import type { MapColours } from './colours.ts';

/** Drawn at twice the size shown, for sharp edges on fine screens. */
const PIXELS = 52;

/** Gives the map the lights as pictures `light-<colour>`, the same drawings as in the lists. */
export async function addLights(map: Map, colours: MapColours): Promise<void> {
  await Promise.all(
    lightColours.map(async (light) => {
      const svg = lightPicture(light, colours.lights[light], colours.surface, PIXELS);
      const image = new Image(PIXELS, PIXELS);
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
      await image.decode();
      const id = `light-${light}`;
      const drawn = await createImageBitmap(image);
      // In the other theme the same picture comes in other colours.
      if (map.hasImage(id)) map.updateImage(id, drawn);
      else map.addImage(id, drawn, { pixelRatio: 2 });
    }),
  );
}
