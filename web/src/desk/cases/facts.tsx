import type { CaseView } from '@gezhi/contract/cases/index';
import { When } from '../../ui/clock.tsx';
import { useSay } from '../../words/locale.tsx';
import { Reporter } from './reporter.tsx';
import { RoutingRow } from './routing-row.tsx';

/** Place, reporter, kind and how it was routed. */
export function Facts({ found }: { readonly found: CaseView }) {
  const say = useSay();
  const counts = [
    found.supporters > 0 && say('case.supporters', { n: found.supporters }),
    found.raisedAgain > 0 && say('case.raisedAgain', { n: found.raisedAgain }),
    found.reopenings > 0 && say('case.counts.reopenings', { n: found.reopenings }),
    found.reworks > 0 && say('case.counts.reworks', { n: found.reworks }),
    found.handBacks > 0 && say('case.counts.handBacks', { n: found.handBacks }),
    found.deferrals > 0 && say('case.counts.deferrals', { n: found.deferrals }),
  ].filter((words) => words !== false);
  return (
    <dl className="sheet-facts">
      <dt>{say('case.place')}</dt>
      <dd>
        {found.address}
        <div className="sheet-small">
          {found.point === undefined
            ? say('case.place.none', { desk: found.desk.name })
            : found.areas.map(({ name }) => name).join(' › ')}
          {found.onNoGrid ? ` · ${say('case.onNoGrid')}` : null}
        </div>
      </dd>
      <dt>{say('case.reporter')}</dt>
      <dd>
        <Reporter found={found} />
      </dd>
      <dt>{say('case.reportedAt')}</dt>
      <dd>
        <When at={found.reportedAt} exact />
        <span className="sheet-small"> · {say(`case.channel.${found.channel}`)}</span>
      </dd>
      <dt>{say('case.kindAndUrgency')}</dt>
      <dd>
        {say(`case.kind.${found.kind}`)} · {say(`case.urgency.${found.urgency}`)}
        <span className="sheet-small"> · {say(`case.level.${found.level}`)}</span>
      </dd>
      <dt>{say('case.routing')}</dt>
      <dd>
        <RoutingRow routing={found.routing} />
        {counts.length === 0 ? null : <div className="sheet-small">{counts.join(' · ')}</div>}
      </dd>
    </dl>
  );
}
