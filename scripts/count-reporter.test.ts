import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gezhi-counts-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'vitest.config.ts'), 'export default {};\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the reporter counts for one test file with this body. */
function countsOf(name: string, body: string): unknown {
  mkdirSync(join(folder, name));
  writeFileSync(
    join(folder, name, 'a.test.ts'),
    `import { test, beforeAll, describe, expect } from 'vitest';\n${body}`,
  );
  const file = join(folder, `${name}.json`);
  spawnSync('vitest', ['run', `--reporter=${join(root, 'scripts/count-reporter.ts')}`, `${name}/`], {
    cwd: folder,
    env: { ...process.env, GEZHI_TEST_COUNTS: file, VITEST: undefined },
  });
  return JSON.parse(readFileSync(file, 'utf8'));
}

test.each([
  ['plain', "test('a', () => {}); test('b', () => expect(1).toBe(2)); test.skip('c', () => {});", [1, 1, 1]],
  ['unloadable', "await import('./missing.ts'); test('a', () => {});", [0, 1, 0]],
  ['hook', "describe('s', () => { beforeAll(() => { throw new Error('x') }); test('a', () => {}) });", [0, 1, 1]],
  [
    'outside',
    "test('a', async () => { setTimeout(() => { throw new Error('x') }); await new Promise((r) => setTimeout(r, 50)) });",
    [1, 1, 0],
  ],
])('counts %s', (name, body, [passed, failed, skipped]) => {
  expect(countsOf(name, body)).toEqual({ passed, failed, skipped });
});
