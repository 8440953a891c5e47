/** Rules of the house that no linter knows: names, sizes, licences, and nothing of one machine in the sources. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const elsewhere = new Set(['node_modules', 'dist', '.git', 'data', 'output', 'ci-output']);

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (elsewhere.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [relative(root, path)];
  });
}

const files = walk(root);
const texts = files.filter((file) => /\.(?:tsx?|js|css|sql|json|md|html|ya?ml|sh)$|^\.ci\/run$/.test(file));
const code = files.filter((file) => /\.(?:tsx?|js|sql)$/.test(file));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Lines that hold what must not be there, as `file:line`. */
function linesWith(among: readonly string[], forbidden: RegExp): string[] {
  return among.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) => (forbidden.test(line) ? [`${file}:${index + 1}`] : [])),
  );
}

const self = relative(root, fileURLToPath(import.meta.url));
const others = (among: readonly string[]): string[] => among.filter((file) => file !== self);

describe('names', () => {
  test('no drawer for odds and ends', () => {
    const drawer = /(?:^|\/)(?:utils?|common|helpers?|shared|misc)(?:\/|\.[a-z]+$)/;
    expect(files.filter((file) => drawer.test(file))).toEqual([]);
  });

  test('JSX stays in the web: Node runs no .tsx', () => {
    expect(files.filter((file) => file.endsWith('.tsx') && !file.startsWith('web/'))).toEqual([]);
  });
});

describe('sizes', () => {
  const generated = 'server/src/database/tables.ts';
  const lengths = code
    .filter((file) => !/\.test\.tsx?$/.test(file) && file !== generated)
    .map((file) => read(file).split('\n').length)
    .sort((a, b) => a - b);

  test('the median file is under 80 lines', () => {
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(80);
  });

  test('hardly any file is over 300 lines', () => {
    expect(lengths.filter((length) => length > 300).length / lengths.length).toBeLessThan(0.02);
  });
});

describe('sources', () => {
  test('hold no path of one machine', () => {
    expect(linesWith(others(texts), /(?<![\w.-])\/(?:work|root|home\/\w+|Users\/\w+)\//)).toEqual([]);
  });

  test('switch off no check', () => {
    expect(linesWith(others(code), /(?:ox|es)lint-disable|biome-ignore|@ts-ignore|@ts-nocheck/)).toEqual([]);
  });

  test('leave nothing for later', () => {
    expect(linesWith(others(code), /\b(?:TODO|FIXME|XXX|HACK)\b/)).toEqual([]);
  });
});

describe('licences', () => {
  /** May be used from Apache-2.0 code. Weak copyleft is for tools and for libraries that stay replaceable. */
  const free =
    /^(?:MIT|MIT-0|MIT\/X11|Apache-2\.0|ISC|0BSD|B[SD]{2}-[23]-Clause|BlueOak-1\.0\.0|Zlib|Python-2\.0|Unlicense|CC0-1\.0|CC-BY-4\.0|MPL-2\.0|LGPL-3\.0-or-later|EDL-1\.0)$/;
  /** Names none in its package.json, but MIT in its Readme. */
  const unnamed = new Set(['combine-errors']);

  interface Package {
    readonly license?: string;
    readonly link?: boolean;
  }

  function mayBeUsed(licence: string): boolean {
    const bare = licence.replace(/^\((.*)\)$/, '$1');
    return bare.split(' OR ').some((choice) => choice.split(' AND ').every((part) => free.test(part)));
  }

  test('every installed package may be used', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Package> };
    const refused = Object.entries(packages).filter(([path, { license, link }]) => {
      const name = path.split('node_modules/').at(-1) ?? '';
      if (path === '' || link === true || unnamed.has(name)) return false;
      return license === undefined || !mayBeUsed(license);
    });
    expect(refused.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });
});
