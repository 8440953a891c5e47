import {
  ApartmentOutlined,
  BarChartOutlined,
  SolutionOutlined,
  BellOutlined,
  CalendarOutlined,
  FlagOutlined,
  MailOutlined,
  PhoneOutlined,
  ProfileOutlined,
  SettingOutlined,
  TableOutlined,
  TeamOutlined,
  UserOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { Permission } from '@gezhi/domain/access/index';
import { Link, useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useSay } from '../../words/locale.tsx';
import { useSession } from './session.tsx';
import './rail.css';

interface Stop {
  readonly to: string;
  readonly name:
    | 'cases'
    | 'hotline'
    | 'supervision'
    | 'duty'
    | 'figures'
    | 'places'
    | 'people'
    | 'registers'
    | 'rules'
    | 'faults'
    | 'outbox'
    | 'sheets';
  readonly icon: ReactNode;
  /** Shown to whoever holds one of them. */
  readonly rights: readonly Permission[];
}

const stops: readonly Stop[] = [
  { to: '/cases', name: 'cases', icon: <ProfileOutlined />, rights: ['case.read', 'case.work', 'case.desk'] },
  { to: '/hotline', name: 'hotline', icon: <PhoneOutlined />, rights: ['case.desk'] },
  { to: '/supervision', name: 'supervision', icon: <FlagOutlined />, rights: ['case.desk'] },
  { to: '/duty', name: 'duty', icon: <CalendarOutlined />, rights: ['people.read'] },
  { to: '/figures', name: 'figures', icon: <BarChartOutlined />, rights: ['figures.read'] },
  { to: '/places', name: 'places', icon: <ApartmentOutlined />, rights: ['place.read'] },
  { to: '/people', name: 'people', icon: <TeamOutlined />, rights: ['people.read', 'account.manage'] },
  {
    to: '/sheets',
    name: 'sheets',
    icon: <TableOutlined />,
    rights: ['people.edit', 'place.edit', 'register.edit'],
  },
  { to: '/registers', name: 'registers', icon: <SolutionOutlined />, rights: ['register.read'] },
  { to: '/rules', name: 'rules', icon: <SettingOutlined />, rights: ['rules.read'] },
  { to: '/faults', name: 'faults', icon: <WarningOutlined />, rights: ['fault.read'] },
  { to: '/outbox', name: 'outbox', icon: <MailOutlined />, rights: ['outbox.read'] },
];

/** The way to every page the person may open: down the left side, along the bottom of a narrow screen. */
export function Rail({ unread }: { readonly unread: number }) {
  const say = useSay();
  const { permissions } = useSession();
  const rail = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // Where the rail rolls, the page that is open stands in sight.
  useEffect(() => {
    rail.current?.querySelector('.rail-here')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pathname]);
  const open = stops.filter(({ rights }) => rights.some((right) => permissions.includes(right)));
  return (
    <nav className="rail" ref={rail} aria-label={say('desk.rail')}>
      <img src="/mark.svg" alt="" width={32} height={32} className="rail-mark" />
      {open.map(({ to, name, icon }) => (
        <Link key={to} to={to} className="rail-stop" activeProps={{ className: 'rail-here' }}>
          {icon}
          <span>{say(`desk.nav.${name}`)}</span>
        </Link>
      ))}
      <div className="rail-own">
        <Link to="/unread" className="rail-stop" activeProps={{ className: 'rail-here' }}>
          <BellOutlined />
          <span>{say('desk.nav.unread')}</span>
          {unread === 0 ? null : (
            <span className="rail-count" aria-label={say('desk.unread.count', { n: unread })}>
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </Link>
        <Link to="/account" className="rail-stop" activeProps={{ className: 'rail-here' }}>
          <UserOutlined />
          <span>{say('desk.nav.account')}</span>
        </Link>
      </div>
    </nav>
  );
}
