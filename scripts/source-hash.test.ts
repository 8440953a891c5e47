import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesUnder, hashOf } from './source-hash.js';

let root: string;
const hash = () => hashOf(root, filesUnder(root, ['web']));
const put = (file: string, text: string) => writeFileSync(join(root, file), text);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gezhi-hash-'));
  for (const folder of ['web/src', 'web/dist', 'web/node_modules']) mkdirSync(join(root, folder), { recursive: true });
  put('web/src/a.ts', 'one');
});
afterEach(() => rmSync(root, { recursive: true }));

test('only sources count: no tests, no results, no packages', () => {
  const before = hash();
  put('web/dist/a.js', 'built');
  put('web/node_modules/b.js', 'package');
  put('web/src/a.test.ts', 'test');
  put('web/src/b.test.tsx', 'test');
  expect(filesUnder(root, ['web'])).toEqual(['web/src/a.ts']);
  expect(hash()).toBe(before);
});

test('a changed, added or renamed source counts', () => {
  const seen = new Set([hash()]);
  put('web/src/a.ts', 'two');
  seen.add(hash());
  put('web/src/b.css', '');
  seen.add(hash());
  renameSync(join(root, 'web/src/b.css'), join(root, 'web/src/c.css'));
  seen.add(hash());
  expect(seen.size).toBe(4);
});
