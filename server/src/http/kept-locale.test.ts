import { expect, test } from 'vitest';
import { keptLocale } from './kept-locale.ts';

test.each([
  ['/r', 'gezhi_locale=en', 'en'],
  ['/sign-in?next=/desk', 'a=1; gezhi_locale=zh-CN; b=2', 'zh-CN'],
  ['/r', 'xgezhi_locale=en', undefined],
  ['/r', 'gezhi_locale=fr', undefined],
  ['/r', undefined, undefined],
  ['/api/cases', 'gezhi_locale=en', undefined],
  ['/apiary', 'gezhi_locale=en', 'en'],
])('%s with %s speaks %s', (url, cookies, locale) => {
  expect(keptLocale(url, cookies)).toBe(locale);
});
