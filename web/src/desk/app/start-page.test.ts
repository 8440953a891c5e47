import { expect, it } from 'vitest';
import { startOf } from './start-page.ts';

it('opens the to-do list where it holds something, else what is open', () => {
  expect(startOf(['case.read', 'case.desk'], 3)).toEqual({ to: '/cases', search: { mine: true } });
  expect(startOf(['case.read', 'figures.read'], 0)).toEqual({ to: '/cases', search: { open: true } });
});

it('opens a page that may be read where there are no cases', () => {
  expect(startOf(['rules.read', 'account.manage'], 0).to).toBe('/people');
  expect(startOf(['rules.read', 'figures.read'], 0).to).toBe('/figures');
  expect(startOf(['rules.read'], 0).to).toBe('/rules');
  expect(startOf([], 0).to).toBe('/account');
});
