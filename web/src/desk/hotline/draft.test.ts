import { expect, it } from 'vitest';
import { keepMatter, keptMatter } from './draft.ts';
import { blankMatter } from './matter.ts';

it('keeps what was typed, without photos, until it is filed', () => {
  expect(keptMatter()).toEqual(blankMatter);
  keepMatter({ ...blankMatter, description: '路灯不亮', photos: ['p'] });
  expect(keptMatter()).toEqual({ ...blankMatter, description: '路灯不亮' });
  keepMatter(blankMatter);
  expect(keptMatter()).toEqual(blankMatter);
});
