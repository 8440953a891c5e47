import { insightRoutes } from '@gezhi/contract/insight/index';
import { problemOf, useAnswer } from '../../api/query.ts';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { useSay } from '../../words/locale.tsx';
import { Page } from '../app/page.tsx';
import { FaultGroup } from './fault-group.tsx';
import { bySeriousness } from './remedies.ts';
import './faults.css';

/** What is missing or went wrong: nothing is skipped in silence. The most serious first, each with what mends it. */
export function FaultsPage() {
  const say = useSay();
  const faults = useAnswer(insightRoutes.faults, { query: {} }, { refetchInterval: 60_000 });
  const groups = bySeriousness(faults.data?.value.groups.filter(({ count }) => count > 0) ?? []);
  return (
    <Page
      title={say('faults.title')}
      note={
        faults.data === undefined
          ? undefined
          : say('faults.count', { kinds: groups.length, n: faults.data.value.total })
      }
    >
      <p className="faults-intro">{say('faults.intro')}</p>
      {faults.isPending ? <Loading rows={4} /> : null}
      {faults.isError ? <Failed problem={problemOf(faults.error)} retry={() => void faults.refetch()} /> : null}
      {faults.data !== undefined && groups.length === 0 ? (
        <Empty title={say('faults.empty')} hint={say('faults.empty.hint')} />
      ) : null}
      {groups.map((group) => (
        <FaultGroup key={group.kind} group={group} />
      ))}
    </Page>
  );
}
