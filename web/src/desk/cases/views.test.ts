import { expect, it } from 'vitest';
import { savedViewNames, searchOfView, viewOfSearch } from './views.ts';

it('finds each view again from its own filters, whatever case is open', () => {
  for (const name of savedViewNames) {
    expect(viewOfSearch({ ...searchOfView(name), id: '01938c5e-0000-7000-8000-000000000000', sort: 'newest' })).toBe(
      name,
    );
  }
});

it('is no view once a filter is added', () => {
  expect(viewOfSearch({ open: true, urgency: 'urgent' })).toBeUndefined();
});
