import { localeFrom, locales, say, sayNamed } from '@gezhi/contract/words/index';
import type { Locale, ValuesFor, WordId } from '@gezhi/contract/words/index';
import type { words } from '@gezhi/contract/words/catalogue';
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';

/** Says a message in the language of the page. */
export type Say = <Id extends WordId>(id: Id, ...values: ValuesFor<(typeof words)[Id]['zh']>) => string;

interface Speech {
  readonly locale: Locale;
  readonly say: Say;
  /** The name of something that is data: `named('places.kind.', kind)`; the thing itself where nothing names it. */
  readonly named: (start: string, thing: string) => string;
  readonly setLocale: (locale: Locale) => void;
}

const KEPT = 'gezhi.locale';

const SpeechContext = createContext<Speech>(speechIn('zh-CN', () => undefined));

function speechIn(locale: Locale, setLocale: (locale: Locale) => void): Speech {
  return {
    locale,
    setLocale,
    say: (id, ...values) => say(locale, id, ...values),
    named: (start, thing) => sayNamed(locale, start + thing, thing),
  };
}

/** The language chosen on this device before; else that of the browser. */
export function keptLocale(): Locale {
  const kept = localStorage.getItem(KEPT);
  return locales.find((locale) => locale === kept) ?? localeFrom(navigator.language);
}

/** Gives all pages below one language and remembers a change of it on this device. */
export function LocaleProvider({ children }: { readonly children: ReactNode }) {
  const [locale, setLocale] = useState(keptLocale);
  useEffect(() => {
    document.documentElement.lang = locale;
    localStorage.setItem(KEPT, locale);
  }, [locale]);
  const speech = useMemo(() => speechIn(locale, setLocale), [locale]);
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

/** The speaker of the page: `const say = useSay(); say('ui.close')`. */
export function useSay(): Say {
  return useContext(SpeechContext).say;
}

/** The language of the page and how to change it. */
export function useLocale(): Speech {
  return useContext(SpeechContext);
}
