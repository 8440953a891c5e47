import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openOnce } from '../testing.ts';
import { importDivisions } from './index.ts';
import { openPlacesServer } from './testing.ts';

const server = openOnce(openPlacesServer);

const since = Date.parse('2020-01-01T00:00:00+08:00');
const bring = (rows: readonly { code: string; name: string }[]) => importDivisions(server.deps, rows, since);

describe('division codes', () => {
  it('make a tree, padded or not, in any order; what cannot be placed is named; again adds nothing', async () => {
    const rows = [
      { code: '450821001001', name: '城东社区' },
      { code: '450821001000', name: '平南街道' },
      { code: '450821', name: '平南县' },
      { code: '450821777001', name: '没有街道的村' },
      { code: '4508', name: '贵港市' },
      { code: '45082100x', name: '坏' },
      { code: '450821002', name: ' ' },
    ];
    const first = await bring(rows);
    expect(first).toMatchObject({ counties: ['450821'], created: 3, known: 0 });
    expect(first.skipped.map(({ code, reason }) => [code, reason])).toEqual([
      ['4508', 'area.aboveCounty'],
      ['450821002', 'text.blank'],
      ['45082100x', 'code.notDigits'],
      ['450821777001', 'area.parent.unknown'],
    ]);
    expect(await bring(rows)).toMatchObject({ created: 0, known: 3 });
    expect(server.places.chainOf('450821001001').map(({ name }) => name)).toEqual(['平南县', '平南街道', '城东社区']);
  });

  const data = new URL('../../../../shared/data/', import.meta.url);
  it.skipIf(!existsSync(data))('the real lists of seven counties come in whole', async () => {
    const rows = ['divisions-streets.csv', 'divisions-villages.csv'].flatMap((file) =>
      readFileSync(new URL(file, data), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => {
          const [code = '', name = ''] = line.replaceAll('"', '').split(',');
          return { code, name };
        }),
    );
    const counts = await bring(rows);
    expect(counts.counties).toEqual(['211282', '360827', '450802', '450803', '450804', '450821', '450881']);
    expect(counts.created + counts.known).toBeGreaterThanOrEqual(120 + 1_865 + 7);
    expect(counts.skipped).toEqual([]);
    expect(server.places.chainOf('450802001013').map(({ name }) => name)).toEqual(['港北区', '贵城街道', '荷城社区']);
    expect(server.places.served().map(({ name }) => name)).toEqual([
      '开原市',
      '遂川县',
      '港北区',
      '港南区',
      '覃塘区',
      '平南县',
      '桂平市',
    ]);
    expect(await bring(rows)).toMatchObject({ created: 0 });
  });
});
