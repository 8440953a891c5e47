import { boxAround } from '../../ui/map/features.ts';
import type { Box, Outline } from '../../ui/map/features.ts';

/** More at once would be a screen full of names that nobody reads. */
const MOST = 12;

/** The smallest areas that one sees: those on the screen under which none of the others lies, at most twelve. */
export function wantedInView(outlines: readonly Outline[], view: Box): readonly string[] {
  const deepest = Math.max(0, ...outlines.map(({ code }) => code.length));
  const seen = outlines.filter(({ code, tone }) => {
    return code.length === deepest && tone !== 'gap' && tone !== 'overlap';
  });
  const codes = seen.flatMap((outline) => {
    const box = boxAround([outline], []);
    return box !== undefined && meet(box, view) ? [outline.code] : [];
  });
  return codes.slice(0, MOST);
}

function meet([[west, south], [east, north]]: Box, [[w, s], [e, n]]: Box): boolean {
  return west <= e && w <= east && south <= n && s <= north;
}
