import { expect, it } from 'vitest';
import { areasInFile } from './area-file.ts';

const feature = {
  type: 'Feature',
  properties: { code: '450802001013001', name: '第一网格' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [109, 23],
        [110, 23],
        [110, 24],
        [109, 23],
      ],
    ],
  },
};

it('reads the areas of a file', () => {
  expect(areasInFile(JSON.stringify({ type: 'FeatureCollection', features: [feature] }))).toHaveLength(1);
});

it.each([
  '',
  'not json',
  '[]',
  '{"type":"FeatureCollection","features":[]}',
  '{"type":"FeatureCollection","features":[{"type":"Feature"}]}',
])('finds none in %j', (text) => {
  expect(areasInFile(text)).toBeUndefined();
});
