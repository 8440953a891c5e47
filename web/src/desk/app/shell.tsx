import { clockRoutes } from '@gezhi/contract/clock/routes';
import { noticeRoutes } from '@gezhi/contract/notices/index';
import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useLive } from '../../api/live.ts';
import { countyZone, setProgramTime, useProgramNow } from '../../api/program-time.ts';
import { useAnswer } from '../../api/query.ts';
import { ErrorBoundary } from '../../ui/error-boundary.tsx';
import { exactTime } from '../../ui/time-words.ts';
import { useSay } from '../../words/locale.tsx';
import { Rail } from './rail.tsx';
import { SignedIn } from './session.tsx';

/** The desk around its pages: rail, the state of the line, the demonstration's clock. */
export function Shell() {
  return (
    <SignedIn>
      <Inside />
    </SignedIn>
  );
}

function Inside() {
  const say = useSay();
  const up = useLive();
  const notices = useAnswer(noticeRoutes.list, { query: { limit: 1, unread: 'true' } });
  return (
    <div className="desk">
      <Rail unread={notices.data?.value.unread ?? 0} />
      <div className="desk-main">
        {up ? null : (
          <div className="desk-strip" role="status">
            {say('desk.line.lost')}
          </div>
        )}
        <DemonstrationClock />
        <div className="desk-page">
          <ErrorBoundary>
            <Outlet />
          </ErrorBoundary>
        </div>
      </div>
    </div>
  );
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
  if (read?.settable !== true) return null;
  return <div className="desk-strip">{say('desk.clock.set', { time: exactTime(now, countyZone) })}</div>;
}
