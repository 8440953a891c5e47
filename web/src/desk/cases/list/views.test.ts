import { expect, it } from 'vitest';
import { builtInNames, ownViewOf, searchOfState, searchOfView, stateOf, viewOfSearch } from './views.ts';

const id = '01938c5e-0000-7000-8000-000000000000';

it('finds each built-in view again from its own filters, whatever is open and however it is shown', () => {
  for (const name of builtInNames) {
    expect(viewOfSearch({ ...searchOfView(name), id, sort: 'newest', cols: ['number'], map: 'off' })).toBe(name);
  }
});

it('is no view once a filter is added', () => {
  expect(viewOfSearch({ open: true, urgency: 'urgent' })).toBeUndefined();
});

it('keeps filters, columns, order and layout, and not the case that is open', () => {
  const search = { q: '路灯', state: ['accepted' as const], sort: 'newest' as const, cols: ['left' as const], id };
  const state = stateOf(search);
  expect(state).toEqual({ q: '路灯', state: ['accepted'], sort: 'newest', cols: ['left'] });
  expect(searchOfState(state)).toEqual({ q: '路灯', state: ['accepted'], sort: 'newest', cols: ['left'] });
});

it('knows an own view by its whole state, and drops what a kept state no longer means', () => {
  const view = { id, name: '路灯', state: { q: '路灯', cols: ['left', 'number'] } };
  expect(ownViewOf({ q: '路灯', cols: ['left', 'number'], id }, [view])).toBe(view);
  expect(ownViewOf({ q: '路灯', cols: ['number', 'left'] }, [view])).toBeUndefined();
  expect(searchOfState({ q: '路灯', light: ['pink'], sort: 'sideways', nonsense: true })).toEqual({ q: '路灯' });
});
