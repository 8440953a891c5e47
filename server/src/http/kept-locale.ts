import { type Locale, locales } from '@gezhi/contract/words/index';

/** The cookie that keeps the language somebody chose on a page. */
export const localeCookie = 'gezhi_locale';

/**
 * The language chosen on this device. Pages follow it; the API speaks the language its caller asks for, because the
 * desk and the field keep their own choice.
 */
export function keptLocale(url: string, cookies: string | undefined): Locale | undefined {
  if (/^\/(?:api|open311)\//.test(url)) return undefined;
  const [, kept] = new RegExp(`(?:^|;\\s*)${localeCookie}=([^;]*)`).exec(cookies ?? '') ?? [];
  return locales.find((locale) => locale === kept);
}
