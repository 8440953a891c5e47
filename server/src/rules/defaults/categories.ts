import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Category, type CategoryList, categoryDigits } from '@gezhi/domain/rules/index';
import { everydayCategories, everydayList } from './everyday.ts';

/**
 * Not offered for new cases: they would file a person under belief or opinion, and the program marks nobody so.
 * They keep their codes, because the list is a published one.
 */
const notOffered = new Set(['130802', '130803']);

/**
 * Reads the shipped taxonomy: 517 three-level categories as citizens' hotlines use them (public competition taxonomy,
 * 泰迪杯 2020 C), with codes of two digits a level in the order of the file.
 */
export function readTaxonomy(): Category[] {
  const text = readFileSync(join(import.meta.dirname, 'categories.csv'), 'utf8');
  const names = new Map<string, string>();
  for (const line of text.trim().split('\n').slice(1)) {
    const [code = '', ...levels] = line.split(',');
    for (const [depth, name] of levels.entries()) names.set(code.slice(0, (depth + 1) * categoryDigits), name);
  }
  return [...names].map(([code, zh]) => ({
    code,
    name: { zh, ...englishOf(code) },
    ...(notOffered.has(code) && { retired: true }),
  }));
}

/** The list has no English; what residents choose from has. */
function englishOf(code: string): { readonly en?: string } {
  const en = everydayList.find((one) => one.code === code)?.name.en;
  return en === undefined ? {} : { en };
}

/** The categories a county starts with, in order of their codes. */
export function defaultCategories(): CategoryList {
  const categories = [...readTaxonomy(), ...everydayCategories];
  return { categories: categories.toSorted((a, b) => (a.code < b.code ? -1 : 1)), everyday: everydayList };
}
