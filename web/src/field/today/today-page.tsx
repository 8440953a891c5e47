import { caseRoutes } from '@gezhi/contract/cases/index';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd-mobile';
import { useEffect, useState } from 'react';
import { problemOf, read } from '../../api/query.ts';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { useSay } from '../../words/locale.tsx';
import { Go } from '../app/navigate.tsx';
import { usePosition } from '../app/position.ts';
import { useSession } from '../app/session.tsx';
import { loadDraft } from '../drafts/draft-store.ts';
import { reportDraft } from '../report/report-values.ts';
import { WorkRow } from './work-row.tsx';
import './today.css';

const PAGE = 50;

const tabs = ['mine', 'verify', 'area'] as const;
type Which = (typeof tabs)[number];

/** What each tab asks for. Checking is owed by a desk, and done by whoever may. */
const filters = {
  mine: { open: 'true', mine: 'true' },
  verify: { state: ['handled'] },
  area: { open: 'true' },
} as const satisfies Record<Which, object>;

/** What I owe, by time left; beside it what else is open where my posts reach. */
export function TodayPage() {
  const say = useSay();
  const { permissions } = useSession();
  const [which, setWhich] = useState<Which>('mine');
  const shown = tabs.filter((tab) => tab !== 'verify' || permissions.includes('case.verify'));
  const query = { sort: 'due' as const, limit: PAGE, ...filters[which] };
  const list = useInfiniteQuery({
    queryKey: [caseRoutes.list.name, query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      read(caseRoutes.list, { query: pageParam === undefined ? query : { ...query, cursor: pageParam } }),
    getNextPageParam: (last) => last.value.next,
  });
  const rows = list.data?.pages.flatMap(({ value }) => value.rows) ?? [];
  const total = list.data?.pages[0]?.value.total;
  const { positioning } = usePosition('granted');
  const here = positioning.kind === 'known' ? positioning.position.point : undefined;
  return (
    <main className="page today">
      <div className="today-head">
        <div role="tablist" className="today-tabs">
          {shown.map((one) => (
            <button key={one} type="button" role="tab" aria-selected={one === which} onClick={() => setWhich(one)}>
              {say(`field.today.${one}`)}
            </button>
          ))}
        </div>
        {total === undefined ? null : <span className="quiet">{say('field.today.count', { n: total })}</span>}
      </div>
      <WaitingReport />
      {list.isPending ? <Loading rows={6} /> : null}
      {list.isError && list.data === undefined ? (
        <Failed problem={problemOf(list.error)} retry={() => void list.refetch()} />
      ) : null}
      {list.data !== undefined && rows.length === 0 ? <Nothing which={which} /> : null}
      <ul className="work" aria-label={say(`field.today.${which}`)}>
        {rows.map((row) => (
          <WorkRow key={row.id} row={row} mine={which !== 'area'} here={here} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {say('field.today.more')}
        </Button>
      ) : null}
    </main>
  );
}

function Nothing({ which }: { readonly which: Which }) {
  const say = useSay();
  if (which === 'mine') return <Empty title={say('field.today.empty')} hint={say('field.today.empty.hint')} />;
  return <Empty title={say(`field.today.${which}Empty`)} />;
}

/** Says that a report was begun and not sent. */
function WaitingReport() {
  const say = useSay();
  const { person } = useSession();
  const [waits, setWaits] = useState(false);
  useEffect(() => {
    void loadDraft(`${person.id} ${reportDraft}`).then((draft) => setWaits(draft !== undefined));
  }, [person.id]);
  return waits ? (
    <Go to={{ at: 'report' }} className="card waiting">
      {say('field.today.drafts')}
    </Go>
  ) : null;
}
