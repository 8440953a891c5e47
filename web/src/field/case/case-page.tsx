import { caseRoutes } from '@gezhi/contract/cases/index';
import type { CaseView, StaffCommandName } from '@gezhi/contract/cases/index';
import { useState } from 'react';
import { photoOf } from '../../api/photo.ts';
import { problemOf, useAnswer } from '../../api/query.ts';
import { CaseLight } from '../../ui/cases/case-light.tsx';
import { nextStepOf } from '../../ui/cases/next.ts';
import { PhotoStrip } from '../../ui/photo-strip.tsx';
import { StateSentence } from '../../ui/state-sentence.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { useSay } from '../../words/locale.tsx';
import { PageHead } from '../app/page-head.tsx';
import { QueuedHere } from '../outbox/queued-here.tsx';
import { Bodies } from './bodies.tsx';
import { Clocks } from './clocks.tsx';
import { Commands } from './commands.tsx';
import { History } from './history.tsx';
import { PlaceCard } from './place-card.tsx';
import { ReporterCard } from './reporter-card.tsx';
import './case.css';

interface CasePageProps {
  readonly id: string;
  /** A command whose form is open at once. */
  readonly act: StaffCommandName | undefined;
}

/** One case: what, where, who, by when, what happened, and at the foot what can be done now. */
export function CasePage({ id, act }: CasePageProps) {
  const answer = useAnswer(caseRoutes.get, { params: { id } });
  const [acting, setActing] = useState(act);
  if (answer.data !== undefined) {
    return <Case found={answer.data.value} acting={acting} onAct={setActing} />;
  }
  return (
    <>
      <PageHead title="" />
      {answer.isPending ? (
        <Loading rows={8} />
      ) : (
        <Failed problem={problemOf(answer.error)} retry={() => void answer.refetch()} />
      )}
    </>
  );
}

interface CaseProps {
  readonly found: CaseView;
  readonly acting: StaffCommandName | undefined;
  readonly onAct: (command: StaffCommandName | undefined) => void;
}

function Case({ found, acting, onAct }: CaseProps) {
  const say = useSay();
  return (
    <>
      <PageHead title={found.number} />
      <main className="page case">
        <p className="case-standing">
          <CaseLight row={found} />
          <span>{say(`case.state.${found.state}`)}</span>
          {found.urgency === 'urgent' ? <b className="urgent">{say('case.urgency.urgent')}</b> : null}
        </p>
        <h2 className="case-name">{found.category.name}</h2>
        <p className="case-next">
          <StateSentence next={nextStepOf(found)} />
        </p>
        <QueuedHere caseId={found.id} />
        {found.description === '' ? null : <p className="case-words">{found.description}</p>}
        <PhotoStrip photos={found.photos.map(photoOf)} />
        <PlaceCard found={found} />
        <ReporterCard found={found} />
        <Bodies orders={found.workOrders} />
        <Clocks clocks={found.clocks} />
        <History found={found} />
      </main>
      <Commands found={found} acting={acting} onAct={onAct} />
    </>
  );
}
