import { defaultRoles } from '@gezhi/domain/access/index';
import { expect, test } from 'vitest';
import { landing } from './landing.ts';

const phone = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36';
const computer = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36';
const rightsOf = (role: string) => [...(defaultRoles.find(({ id }) => id === role)?.permissions ?? [])];

test.each([
  ['grid-worker', computer, '/field'],
  ['grid-worker', phone, '/field'],
  ['department-clerk', computer, '/desk'],
  ['department-clerk', phone, '/field'],
  ['volunteer', computer, '/field'],
  ['community-clerk', computer, '/desk'],
  ['community-clerk', phone, '/field'],
  ['administrator', computer, '/desk'],
  ['administrator', phone, '/desk'],
  ['assessor', phone, '/desk'],
])('a %s goes to their face', (role, browser, face) => {
  expect(landing('/desk', rightsOf(role), browser)).toBe(face);
});

test('what was asked for is kept', () => {
  expect(landing('/desk/cases?q=1', rightsOf('grid-worker'), phone)).toBe('/desk/cases?q=1');
  expect(landing('/desk', [], undefined)).toBe('/desk');
});
