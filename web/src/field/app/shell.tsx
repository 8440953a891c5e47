import { clockRoutes } from '@gezhi/contract/clock/routes';
import { noticeRoutes } from '@gezhi/contract/notices/index';
import { useEffect } from 'react';
import { useLive } from '../../api/live.ts';
import { countyZone, setProgramTime, useProgramNow } from '../../api/program-time.ts';
import { useAnswer } from '../../api/query.ts';
import { ErrorBoundary } from '../../ui/error-boundary.tsx';
import { exactTime } from '../../ui/time-words.ts';
import { useSay } from '../../words/locale.tsx';
import { CasePage } from '../case/case-page.tsx';
import { NewVersion } from '../install/new-version.tsx';
import { useProvision } from '../kept/use-provision.ts';
import { MapPage } from '../map/map-page.tsx';
import { MePage } from '../me/me-page.tsx';
import { PasswordPage } from '../me/password-page.tsx';
import { UnreadPage } from '../me/unread-page.tsx';
import { OutboxPage } from '../outbox/outbox-page.tsx';
import { QueueStrip } from '../outbox/queue-strip.tsx';
import { PeoplePage } from '../people/people-page.tsx';
import { useAlerts } from '../push/use-alerts.ts';
import { useSending } from '../queue/use-queue.ts';
import { ReportPage } from '../report/report-page.tsx';
import { TodayPage } from '../today/today-page.tsx';
import { usePlace } from './navigate.tsx';
import { useSession } from './session.tsx';
import type { Place } from './place.ts';
import { TabBar } from './tab-bar.tsx';
import './shell.css';
import './fields.css';

/** The app around its pages: what the line does, the page, the bar of five. */
export function Shell() {
  const place = usePlace();
  const up = useLive();
  const ended = useSending();
  useProvision();
  useAlerts(useSession().person.id);
  const notices = useAnswer(noticeRoutes.list, { query: { limit: 1, unread: 'true' } });
  return (
    <div className="field">
      <QueueStrip up={up} ended={ended} listed={place.at === 'queue'} />
      <NewVersion />
      <DemonstrationClock />
      <ErrorBoundary key={place.at}>
        <PageAt place={place} />
      </ErrorBoundary>
      {place.at === 'case' ? null : <TabBar place={place} unread={notices.data?.value.unread ?? 0} />}
    </div>
  );
}

function PageAt({ place }: { readonly place: Place }) {
  switch (place.at) {
    case 'today':
      return <TodayPage />;
    case 'map':
      return <MapPage open={place.open} />;
    case 'report':
      return <ReportPage key={place.draft ?? ''} again={place.draft} />;
    case 'queue':
      return <OutboxPage />;
    case 'people':
      return <PeoplePage />;
    case 'me':
      return <MePage />;
    case 'unread':
      return <UnreadPage />;
    case 'password':
      return <PasswordPage />;
    case 'case':
      return <CasePage key={place.id} id={place.id} act={place.act} />;
  }
}

/** Takes the program's time; where it can be set, every page says so. */
function DemonstrationClock() {
  const say = useSay();
  const now = useProgramNow();
  const clock = useAnswer(clockRoutes.read, {}, { refetchInterval: 60_000 });
  const read = clock.data?.value;
  useEffect(() => {
    if (read !== undefined) setProgramTime(read.now);
  }, [read]);
  return read?.settable === true ? (
    <p className="strip strip-quiet">{say('field.clock', { time: exactTime(now, countyZone) })}</p>
  ) : null;
}
