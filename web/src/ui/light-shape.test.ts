import { describe, expect, it } from 'vitest';
import { lightColours, lightPicture, strokesOf } from './light-shape.ts';

describe('lights', () => {
  it('tells all five apart by shape alone', () => {
    const shapes = lightColours.map((light) =>
      strokesOf(light)
        .map((stroke) => stroke.d)
        .join(),
    );
    expect(new Set(shapes).size).toBe(lightColours.length);
  });

  it('fills the yellow half disc from its lower edge as time goes', () => {
    expect(strokesOf('yellow', 0)).toHaveLength(2);
    expect(strokesOf('yellow', 0.5).at(-1)?.d).toBe('M12 12.00H20.50A8.5 8.5 0 0 1 12 20.5z');
    expect(strokesOf('yellow', 1).at(-1)?.d).toBe('M12 3.50H12.00A8.5 8.5 0 0 1 12 20.5z');
    expect(strokesOf('yellow', 9)).toEqual(strokesOf('yellow', 1));
  });

  it('draws the same shape as a picture', () => {
    expect(lightPicture('red', '#b3261e', '#fff', 40)).toContain(strokesOf('red')[0]?.d);
  });
});
