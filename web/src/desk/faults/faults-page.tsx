import { insightRoutes } from '@gezhi/contract/insight/index';
import type { FaultRow } from '@gezhi/contract/insight/index';
import { Link } from '@tanstack/react-router';
import { problemOf, useAnswer } from '../../api/query.ts';
import { When } from '../../ui/clock.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { useSay } from '../../words/locale.tsx';
import { Page } from '../app/page.tsx';
import { AreaName } from '../pickers/area-name.tsx';

/** What is missing or went wrong: nothing is skipped in silence. */
export function FaultsPage() {
  const say = useSay();
  const faults = useAnswer(insightRoutes.faults, { query: {} }, { refetchInterval: 60_000 });
  const groups = faults.data?.value.groups.filter(({ count }) => count > 0) ?? [];
  return (
    <Page
      title={say('faults.title')}
      note={faults.data === undefined ? undefined : say('faults.count', { n: faults.data.value.total })}
      narrow
    >
      {faults.isPending ? <Loading rows={4} /> : null}
      {faults.isError ? <Failed problem={problemOf(faults.error)} retry={() => void faults.refetch()} /> : null}
      {faults.data !== undefined && groups.length === 0 ? (
        <Empty title={say('faults.empty')} hint={say('faults.empty.hint')} />
      ) : null}
      {groups.map((group) => (
        <section key={group.kind} className="page-block">
          <h2>
            {group.name} <span className="sheet-small">{group.count}</span>
          </h2>
          <ul className="sheet-list">
            {group.rows.map((row) => (
              <Line key={row.ref + row.text} row={row} />
            ))}
          </ul>
          {group.count > group.rows.length ? (
            <p className="sheet-small">{say('faults.more', { n: group.count - group.rows.length })}</p>
          ) : null}
        </section>
      ))}
    </Page>
  );
}

function Line({ row }: { readonly row: FaultRow }) {
  const say = useSay();
  return (
    <li>
      <div>{row.text}</div>
      <div className="sheet-small sheet-line">
        {row.area === undefined ? null : <AreaName code={row.area} />}
        {row.at === undefined ? null : <When at={row.at} />}
        {row.count === undefined ? null : <span>{say('cases.count', { n: row.count })}</span>}
        {row.caseId === undefined ? null : (
          <Link to="/cases" search={{ id: row.caseId }}>
            {say('hotline.filed.open')}
          </Link>
        )}
      </div>
    </li>
  );
}
