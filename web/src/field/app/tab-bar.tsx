import type { ReactNode } from 'react';
import { useSay } from '../../words/locale.tsx';
import { Go } from './navigate.tsx';
import type { Place } from './place.ts';

const tabs = ['today', 'map', 'report', 'people', 'me'] as const;
type Tab = (typeof tabs)[number];

/** Which tab a page belongs to. */
const tabOf: Readonly<Record<Place['at'], Tab>> = {
  today: 'today',
  case: 'today',
  map: 'map',
  report: 'report',
  people: 'people',
  queue: 'me',
  me: 'me',
  unread: 'me',
  password: 'me',
};

/** The five at the foot; reporting is the large one in the middle. */
export function TabBar({ place, unread }: { readonly place: Place; readonly unread: number }) {
  const say = useSay();
  const here = tabOf[place.at];
  return (
    <nav className="tab-bar" aria-label={say('field.nav')}>
      {tabs.map((tab) => (
        <Go key={tab} to={{ at: tab }} className={`tab tab-${tab}`} aria-current={tab === here ? 'page' : undefined}>
          <span className="tab-icon">
            <svg viewBox="0 0 24 24" aria-hidden="true">
              {icons[tab]}
            </svg>
            {tab === 'me' && unread > 0 ? <b className="tab-badge">{unread > 99 ? '99+' : unread}</b> : null}
          </span>
          <span>{say(`field.nav.${tab}`)}</span>
        </Go>
      ))}
    </nav>
  );
}

const icons: Readonly<Record<Tab, ReactNode>> = {
  today: <path d="M5 4h14v16H5zM8 9h8M8 13h8M8 17h5" />,
  map: <path d="M4 6l5-2 6 2 5-2v14l-5 2-6-2-5 2zM9 4v14M15 6v14" />,
  report: <path d="M12 5v14M5 12h14" />,
  people: (
    <path d="M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-3.5 2.5-6 6-6s6 2.500 6 6M16 5a3 3 0 0 1 0 6M17.500 14.500c2.200.700 3.500 2.800 3.500 5.500" />
  ),
  me: <path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4.500 3.500-7 8-7s8 2.500 8 7" />,
};
