import { describe, expect, it } from 'vitest';
import { addressOf, placeOf } from './place.ts';
import type { Place } from './place.ts';

const places: readonly Place[] = [
  { at: 'today' },
  { at: 'map' },
  { at: 'map', open: '0198c0de-0000-7000-8000-000000000001' },
  { at: 'report' },
  { at: 'report', draft: 'a b' },
  { at: 'queue' },
  { at: 'people' },
  { at: 'me' },
  { at: 'unread' },
  { at: 'password' },
  { at: 'case', id: '0198c0de-0000-7000-8000-000000000001' },
  { at: 'case', id: 'a/b', act: 'finish' },
];

describe('addresses of the field app', () => {
  it.each(places)('$at comes back from its address', (place) => {
    const url = new URL(addressOf(place), 'https://gezhi.example');
    expect(placeOf(url.pathname, url.search)).toEqual(place);
  });

  it('leads to today where there is nothing, and to the case without an act that is no command', () => {
    expect(placeOf('/field/nowhere', '')).toEqual({ at: 'today' });
    expect(placeOf('/field/', '?act=finish')).toEqual({ at: 'today' });
    expect(placeOf('/field/cases/1', '?act=toString')).toEqual({ at: 'case', id: '1' });
  });
});
