import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const rooms = ['domain', 'contract', 'server', 'web', 'world'];

/** Files that exist in the house of the test, so that imports lead somewhere. */
const furniture: Record<string, string> = {
  'domain/src/places/index.ts': "export { area } from './area.ts';\n",
  'domain/src/places/area.ts': 'export const area = 1;\n',
  'contract/src/places/index.ts': 'export const shape = 1;\n',
  'contract/src/places/shapes.ts': 'export const shape = 1;\n',
  'server/src/places/index.ts': 'export const place = 1;\n',
  'server/src/places/find-place.ts': 'export const place = 1;\n',
  'server/src/places/testing.ts': 'export const place = 1;\n',
  'server/src/cases/routes.ts': 'export const routes = 1;\n',
  'server/src/cases/file-case.ts': 'export const fileCase = 1;\n',
  'server/src/database/open.ts': 'export const open = 1;\n',
  'server/src/database/index.ts': 'export const trx = 1;\n',
  'web/src/desk/page.ts': 'export const page = 1;\n',
  'web/src/ui/light.ts': 'export const light = 1;\n',
  'world/src/day.ts': 'export const day = 1;\n',
};

interface Case {
  readonly file: string;
  readonly what: string;
  readonly source: string;
  /** Rule that must object; none for what the house allows. */
  readonly rule?: string;
}

const imports = (path: string) => `import * as it from '${path}';\nexport const used = it;\n`;
const wall = 'eslint(no-restricted-imports)';

function refused(file: string, path: string): Case {
  return { file, what: path, source: imports(path), rule: wall };
}

function allowed(file: string, path: string): Case {
  return { file, what: path, source: imports(path) };
}

const cases: readonly Case[] = [
  // domain: nothing but itself and the pure libraries
  refused('domain/src/cases/a1.ts', 'kysely'),
  refused('domain/src/cases/a2.ts', 'node:fs'),
  refused('domain/src/cases/a3.ts', '@gezhi/contract/places/index'),
  refused('domain/src/cases/a4.ts', '@gezhi/server/places/index'),
  refused('domain/src/cases/a5.ts', 'zod'),
  allowed('domain/src/cases/a6.ts', 'chinese-days'),
  allowed('domain/src/cases/a7.test.ts', 'fast-check'),
  // contract: domain and zod
  refused('contract/src/cases/b1.ts', 'fastify'),
  refused('contract/src/cases/b2.ts', '@gezhi/server/places/index'),
  refused('contract/src/cases/b3.ts', '@gezhi/web/ui/light'),
  refused('contract/src/cases/b4.ts', '@lingui/core'),
  allowed('contract/src/cases/b5.ts', 'zod'),
  allowed('contract/src/cases/b6.ts', '@gezhi/domain/places/index'),
  allowed('contract/src/words/b7.ts', '@lingui/core'),
  // web: never server or world, no face from another
  refused('web/src/desk/c1.ts', '@gezhi/server/places/index'),
  refused('web/src/desk/c2.ts', '../../../server/src/places/index.ts'),
  refused('web/src/field/c3.ts', '@gezhi/world/day'),
  refused('web/src/field/c4.ts', '../desk/page.ts'),
  refused('web/src/ui/c5.ts', '../desk/page.ts'),
  allowed('web/src/desk/c6.ts', '../ui/light.ts'),
  allowed('web/src/desk/c7.ts', '@gezhi/contract/places/index'),
  // server: never web or world
  refused('server/src/cases/d1.ts', '@gezhi/web/desk/page'),
  refused('server/src/cases/d2.ts', '../../../web/src/desk/page.ts'),
  refused('server/src/cases/d3.ts', '@gezhi/world/day'),
  allowed('server/src/cases/d4.ts', '@gezhi/contract/places/index'),
  // world: through the public API only
  refused('world/src/e1.ts', '@gezhi/server/places/index'),
  refused('world/src/e2.ts', '../../server/src/places/index.ts'),
  refused('world/src/e3.ts', '@gezhi/web/desk/page'),
  allowed('world/src/e4.ts', '@gezhi/contract/places/index'),
  // a noun is entered through its index
  refused('domain/src/cases/f1.ts', '../places/area.ts'),
  refused('domain/src/cases/deep/f2.ts', '../../places/area.ts'),
  refused('contract/src/cases/f3.ts', '../places/shapes.ts'),
  refused('server/src/cases/f4.ts', '../places/find-place.ts'),
  refused('server/src/cases/f5.ts', '@gezhi/domain/places/area'),
  allowed('domain/src/cases/f6.ts', '../places/index.ts'),
  allowed('server/src/cases/f7.ts', '../places/index.ts'),
  allowed('server/src/cases/f8.test.ts', '../places/testing.ts'),
  // storage: no routes, no use cases, no connection
  refused('server/src/lists/store.ts', './routes.ts'),
  refused('server/src/tasks/store.ts', './file-case.ts'),
  refused('server/src/people/store.ts', '../database/open.ts'),
  refused('server/src/access/store.ts', 'pg'),
  refused('server/src/notices/store.ts', '../places/index.ts'),
  refused('server/src/meetings/store.ts', '../deps.ts'),
  refused('server/src/gateways/store.ts', '../http/serve.ts'),
  allowed('server/src/insight/store.ts', '../database/index.ts'),
  allowed('server/src/assessment/store.ts', 'kysely'),
  // no import cycles, across rooms neither
  {
    file: 'domain/src/people/g1.ts',
    what: 'a cycle',
    source: "export { two } from './g2.ts';\nexport const one = 1;\n",
    rule: 'import(no-cycle)',
  },
  {
    file: 'domain/src/people/g2.ts',
    what: 'the other half of it',
    source: "export { one } from './g1.ts';\nexport const two = 2;\n",
  },
  {
    file: 'contract/src/people/g3.ts',
    what: 'a cycle across rooms',
    source: "export { four } from '@gezhi/server/people/g4';\nexport const three = 3;\n",
    rule: 'import(no-cycle)',
  },
  {
    file: 'server/src/people/g4.ts',
    what: 'the other half of it',
    source: "export { three } from '@gezhi/contract/people/g3';\nexport const four = 4;\n",
  },
  // the domain asks nobody for the time or for chance
  {
    file: 'domain/src/cases/h1.ts',
    what: 'the time',
    source: 'export const now = (): number => Date.now();\n',
    rule: 'eslint(no-restricted-properties)',
  },
  {
    file: 'domain/src/cases/h2.ts',
    what: 'chance',
    source: 'export const dice = (): number => Math.random();\n',
    rule: 'eslint(no-restricted-properties)',
  },
  {
    file: 'domain/src/cases/h3.ts',
    what: 'the process',
    source: 'export const where = process.cwd();\n',
    rule: 'eslint(no-restricted-globals)',
  },
  { file: 'server/src/cases/h4.ts', what: 'the time', source: 'export const now = (): number => Date.now();\n' },
  // and the rest that never passes
  {
    file: 'server/src/cases/i1.ts',
    what: 'any',
    source: 'export const loose = (it: any): string => String(it);\n',
    rule: 'typescript(no-explicit-any)',
  },
  {
    file: 'server/src/cases/i2.ts',
    what: 'a promise let go',
    source: 'const later = async (): Promise<number> => 1;\nlater();\n',
    rule: 'typescript(no-floating-promises)',
  },
  {
    file: 'server/src/cases/i3.ts',
    what: 'console',
    source: "export const greet = (): void => console.log('hello');\n",
    rule: 'eslint(no-console)',
  },
  { file: 'server/src/cli/i4.ts', what: 'console', source: "export const greet = (): void => console.log('hello');\n" },
];

interface Diagnostic {
  readonly filename: string;
  readonly code: string;
}

let house: string;
let found: readonly Diagnostic[];

function put(file: string, source: string): void {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), source);
}

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'gezhi-walls-'));
  for (const kept of ['oxlint.config.ts', 'tsconfig.base.json', 'package.json'])
    cpSync(join(root, kept), join(house, kept));
  for (const kept of ['walls.ts', 'import-pattern.ts'])
    cpSync(join(root, 'scripts', kept), join(house, 'scripts', kept));
  mkdirSync(join(house, 'node_modules/@gezhi'), { recursive: true });
  symlinkSync(join(root, 'node_modules/@types'), join(house, 'node_modules/@types'));
  for (const room of rooms) {
    for (const kept of ['package.json', 'tsconfig.json']) cpSync(join(root, room, kept), join(house, room, kept));
    symlinkSync(join(house, room), join(house, 'node_modules/@gezhi', room));
  }
  for (const [file, source] of Object.entries(furniture)) put(file, source);
  for (const { file, source } of cases) put(file, source);

  const lint = spawnSync('oxlint', ['-f', 'json', ...rooms], { cwd: house, encoding: 'utf8' });
  found = (JSON.parse(lint.stdout) as { diagnostics: Diagnostic[] }).diagnostics;
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

/** Rules that these small files may break without it saying anything about the walls. */
const aside = new Set(['eslint(no-unused-vars)', 'import(namespace)']);

describe('the linter of this house', () => {
  test.each(cases.filter(({ rule }) => rule !== undefined))('refuses $file: $what', ({ file, rule }) => {
    expect(found.filter(({ filename }) => filename === file).map(({ code }) => code)).toContain(rule);
  });

  test.each(cases.filter(({ rule, file }) => rule === undefined && !file.includes('/g')))(
    'lets pass $file: $what',
    ({ file }) => {
      expect(found.filter(({ filename, code }) => filename === file && !aside.has(code))).toEqual([]);
    },
  );
});
