import type { Locale } from '@gezhi/contract/words/index';

/** Counties keep Beijing time, wherever the server or the reader is. */
const zone = 'Asia/Shanghai';

const styles: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  'zh-CN': format('zh-CN'),
  en: format('en-GB'),
};

function format(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, {
    timeZone: zone,
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}

/** Day and time as people read it: `11月23日 17:30`. `at` is epoch ms. */
export function exactTime(at: number, locale: Locale): string {
  return styles[locale].format(at);
}
