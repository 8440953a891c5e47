import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useLocale } from '../../words/locale.tsx';
import './entry.css';

/** The narrow page in front of the house: mark, title, one form. */
export function EntryPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { say, locale, setLocale } = useLocale();
  return (
    <main className="entry">
      <div className="entry-sheet">
        <img src="/mark.svg" alt="" width={40} height={40} />
        <h1>{title}</h1>
        {children}
      </div>
      <Button
        type="text"
        size="small"
        lang={locale === 'en' ? 'zh-CN' : 'en'}
        onClick={() => setLocale(locale === 'en' ? 'zh-CN' : 'en')}
      >
        {say('desk.language')}
      </Button>
    </main>
  );
}
