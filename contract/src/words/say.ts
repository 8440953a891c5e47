import { setupI18n } from '@lingui/core';
import type { I18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { words } from './catalogue.ts';
import type { ValuesFor } from './word.ts';

/** The languages of the program: Chinese first, English second. */
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Any message id of any catalogue. */
export type WordId = keyof typeof words;

const voices: Readonly<Record<Locale, I18n>> = { 'zh-CN': voice('zh-CN'), en: voice('en') };

function voice(locale: Locale): I18n {
  const i18n = setupI18n({ locale, messages: { [locale]: {} } });
  i18n.setMessagesCompiler(compileMessage);
  return i18n;
}

/**
 * The message in the language asked for, with its values put in. Messages are compiled at first use and kept.
 * An unknown id or a missing value is a type error.
 */
export function say<Id extends WordId>(locale: Locale, id: Id, ...values: ValuesFor<(typeof words)[Id]['zh']>): string {
  const speaker = voices[locale];
  if (speaker.messages[id] === undefined) {
    const word = words[id];
    speaker.load(locale, { [id]: compileMessage(locale === 'en' ? word.en : word.zh) });
  }
  return speaker._(id, values[0] ?? {});
}

/** The same for an id that arrives as data; a value it lacks stays empty, since no type can tell. */
export function sayData(locale: Locale, id: WordId, values: Readonly<Record<string, string | number>> = {}): string {
  return say(locale, id, values as never);
}

/** Whether a text is a message id: for ids that arrive as data, such as problem codes. */
export function isWordId(text: string): text is WordId {
  return Object.hasOwn(words, text);
}

/**
 * The message of an id that arrives as data (a kind, a code), without values; `fallback` where no catalogue names it,
 * because a county may have made it.
 */
export function sayNamed(locale: Locale, id: string, fallback: string): string {
  if (!isWordId(id)) return fallback;
  const word = words[id];
  return locale === 'en' ? word.en : word.zh;
}

/** Text that is data in both languages (names of categories, roles, kinds), in the language asked for. */
export function inLocale(locale: Locale, text: { readonly zh: string; readonly en?: string | undefined }): string {
  return locale === 'en' && text.en !== undefined && text.en !== '' ? text.en : text.zh;
}

/** The language to answer in, from an `Accept-Language` header or `navigator.language`; Chinese where nothing fits. */
export function localeFrom(header: string | undefined): Locale {
  const first = header?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en') ? 'en' : 'zh-CN';
}
