import { ConfigProvider, unstableSetRender } from 'antd-mobile';
import enUS from 'antd-mobile/es/locales/en-US';
import zhCN from 'antd-mobile/es/locales/zh-CN';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { mountFace } from '../ui/mount.tsx';
import { useLocale } from '../words/locale.tsx';
import { SignedIn } from './app/session.tsx';
import { Shell } from './app/shell.tsx';
import { KeptAnswers } from './kept/kept-answers.tsx';
import { installWorker } from './install/install-worker.ts';

// The kit draws its toasts into roots of their own and does not know how React 19 makes one.
const roots = new WeakMap<Element | DocumentFragment, Root>();
unstableSetRender((node, container) => {
  const root = roots.get(container) ?? createRoot(container);
  roots.set(container, root);
  root.render(node);
  return async () => {
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    root.unmount();
    roots.delete(container);
  };
});

function Field() {
  const { locale } = useLocale();
  return (
    <ConfigProvider locale={locale === 'en' ? enUS : zhCN}>
      <KeptAnswers>
        <SignedIn>
          <Shell />
        </SignedIn>
      </KeptAnswers>
    </ConfigProvider>
  );
}

mountFace(<Field />);
installWorker();
