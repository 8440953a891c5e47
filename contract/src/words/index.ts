export { inLocale, isWordId, locales, localeFrom, say, sayData, sayNamed } from './say.ts';
export type { Locale, WordId } from './say.ts';
export type { ValuesFor } from './word.ts';
