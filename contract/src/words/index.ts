export { words } from './catalogue.ts';
export { inLocale, isWordId, locales, localeFrom, say, sayData, sayNamed } from './say.ts';
export type { Locale, WordId } from './say.ts';
export type { ValuesFor, Word, Words } from './word.ts';
