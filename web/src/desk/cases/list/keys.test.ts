import { expect, it } from 'vitest';
import { actionOf, keyTable, type Where } from './keys.ts';

const onList: Where = { typing: false, onList: true, shortcuts: true };
const key = (name: string, more: object = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...more,
});

it('knows every key of the table', () => {
  expect(keyTable.map(({ action }) => action)).toEqual([...new Set(keyTable.map(({ action }) => action))]);
  for (const name of ['j', 'k', 'd', 'x', '/', '?', 'Enter']) expect(actionOf(key(name), onList)).toBeDefined();
});

it('leaves keys alone while somebody types, composes Chinese or means the browser', () => {
  expect(actionOf(key('j'), { ...onList, typing: true })).toBeUndefined();
  expect(actionOf(key('j', { isComposing: true }), onList)).toBeUndefined();
  expect(actionOf(key('d', { ctrlKey: true }), onList)).toBeUndefined();
  expect(actionOf(key('d', { altKey: true }), onList)).toBeUndefined();
});

it('leaves Enter to the button that has the focus', () => {
  expect(actionOf(key('Enter'), { ...onList, onList: false })).toBeUndefined();
});

it('can be told to rest, and Enter and Escape still work', () => {
  const resting = { ...onList, shortcuts: false };
  expect(actionOf(key('d'), resting)).toBeUndefined();
  expect(actionOf(key('Enter'), resting)).toBe('open');
  expect(actionOf(key('Escape'), resting)).toBe('close');
});
