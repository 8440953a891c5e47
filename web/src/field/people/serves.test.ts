import { expect, it } from 'vitest';
import { areasServed, servesOf } from './serves.ts';

const names: Readonly<Record<string, string>> = { '45': '贵城街道', '451': '荷城社区', o1: '城管局' };
const post = (role: string, part: { area?: string; org?: string }) => ({ id: role, role, ...part });

it('says each place once with all that somebody is there, and a body by its name', () => {
  const posts = [
    post('a', { area: '451' }),
    post('b', { area: '451' }),
    post('a', { area: '45' }),
    post('c', { org: 'o1' }),
  ];
  expect(servesOf(posts, (key) => names[key])).toEqual([
    { where: '荷城社区', roles: ['a', 'b'] },
    { where: '贵城街道', roles: ['a'] },
    { where: '城管局', roles: ['c'] },
  ]);
});

it('says the posts before the names are there', () => {
  expect(servesOf([post('a', { area: '9' })], () => undefined)).toEqual([{ where: '', roles: ['a'] }]);
});

it('asks for the same names whatever the order of the people', () => {
  const [one, other] = [
    { posts: [post('a', { area: '451' })] },
    { posts: [post('a', { area: '45' }), post('b', { area: '451' })] },
  ];
  expect(areasServed([one, other])).toEqual(areasServed([other, one]));
  expect(areasServed([one, other])).toEqual(['45', '451']);
});
