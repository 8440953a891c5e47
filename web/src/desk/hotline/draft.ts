import { blankMatter } from './matter.ts';
import type { Matter } from './matter.ts';

/**
 * What was written down and not filed yet, while the clerk looks at other pages. It is kept in the memory of the page
 * only: a caller's number must not stay on the device.
 */
let kept: Matter = blankMatter;

export const keptMatter = (): Matter => kept;

/** Photos are not kept: they are sent anew where the form is opened again. */
export function keepMatter(matter: Matter): void {
  kept = { ...matter, photos: [] };
}
