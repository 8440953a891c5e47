import { noticeRoutes } from '@gezhi/contract/notices/index';
import { Outlet } from '@tanstack/react-router';
import { useLive } from '../../api/live.ts';
import { useAnswer } from '../../api/query.ts';
import { ErrorBoundary } from '../../ui/error-boundary.tsx';
import { useSay } from '../../words/locale.tsx';
import { DemonstrationClock } from './demonstration-clock.tsx';
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
