import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import chineseDates from 'dayjs/locale/zh-cn';
import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { cspNonce } from '../../ui/mount.tsx';
import { useLocale } from '../../words/locale.tsx';
import { antdTheme } from './theme.ts';
import './antd.css';

export const appearances = ['auto', 'light', 'dark'] as const;
export type Appearance = (typeof appearances)[number];

const KEPT = 'gezhi.appearance';
const darkSystem = matchMedia('(prefers-color-scheme: dark)');

const AppearanceContext = createContext<{ readonly chosen: Appearance; readonly choose: (next: Appearance) => void }>({
  chosen: 'auto',
  choose: () => undefined,
});

/** Light or dark, and how to choose it; kept on this device. */
export const useAppearance = () => useContext(AppearanceContext);

/** The tokens follow this attribute; without it they follow the system. */
function wear(appearance: Appearance): Appearance {
  const { dataset } = document.documentElement;
  if (appearance === 'auto') delete dataset['theme'];
  else dataset['theme'] = appearance;
  return appearance;
}

function keptAppearance(): Appearance {
  const kept = localStorage.getItem(KEPT);
  return wear(appearances.find((one) => one === kept) ?? 'auto');
}

/** antd with the colours, the language and the nonce of the page. */
export function Appearing({ children }: { readonly children: ReactNode }) {
  const { locale } = useLocale();
  const [chosen, setChosen] = useState(keptAppearance);
  const system = useSyncExternalStore(onSystemChange, () => darkSystem.matches);
  const dark = chosen === 'auto' ? system : chosen === 'dark';
  const theme = useMemo(() => antdTheme(dark), [dark]);
  const nonce = cspNonce();
  const appearance = useMemo(() => {
    const choose = (next: Appearance) => {
      localStorage.setItem(KEPT, next);
      setChosen(wear(next));
    };
    return { chosen, choose };
  }, [chosen]);
  // antd takes its month names from dayjs, whatever `locale` says.
  useEffect(() => {
    dayjs.locale(locale === 'en' ? 'en' : chineseDates);
  }, [locale]);

  return (
    <AppearanceContext value={appearance}>
      <ConfigProvider
        theme={theme}
        locale={locale === 'en' ? enUS : zhCN}
        button={{ autoInsertSpace: false }}
        {...(nonce === undefined ? {} : { csp: { nonce } })}
      >
        <App message={{ maxCount: 3 }}>{children}</App>
      </ConfigProvider>
    </AppearanceContext>
  );
}

function onSystemChange(follow: () => void) {
  darkSystem.addEventListener('change', follow);
  return () => darkSystem.removeEventListener('change', follow);
}
