import { noticeRoutes } from '@gezhi/contract/notices/index';
import type { NoticeRow } from '@gezhi/contract/notices/index';
import { Link } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { problemOf, useAnswer } from '../../api/query.ts';
import { When } from '../../ui/clock.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Page } from '../app/page.tsx';
import './notices.css';

/** What the person has been told and may not have seen; opening one reads it. */
export function UnreadPage() {
  const say = useSay();
  const [unread, setUnread] = useState(true);
  const list = useAnswer(noticeRoutes.list, { query: { limit: 100, ...(unread ? { unread: 'true' } : {}) } });
  const refresh = [noticeRoutes.list];
  const readAll = useAct(noticeRoutes.readAll, { quiet: true, refresh });
  return (
    <Page
      title={say('unread.title')}
      narrow
      actions={
        <>
          <Segmented
            value={unread}
            onChange={setUnread}
            options={[
              { value: true, label: say('unread.only') },
              { value: false, label: say('unread.all') },
            ]}
          />
          <Button
            disabled={(list.data?.value.unread ?? 0) === 0}
            loading={readAll.busy}
            onClick={() => void readAll.act({})}
          >
            {say('unread.readAll')}
          </Button>
        </>
      }
    >
      {list.isPending ? <Loading /> : null}
      {list.isError ? <Failed problem={problemOf(list.error)} retry={() => void list.refetch()} /> : null}
      {list.data === undefined ? null : list.data.value.rows.length === 0 ? (
        <Empty title={say('unread.empty')} />
      ) : (
        <ul className="notices">
          {list.data.value.rows.map((notice) => (
            <Line key={notice.id} notice={notice} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function Line({ notice }: { readonly notice: NoticeRow }) {
  const say = useSay();
  const readOne = useAct(noticeRoutes.read, { quiet: true, refresh: [noticeRoutes.list] });
  const fresh = notice.readAt === undefined;
  return (
    <li className={fresh ? 'notices-fresh' : undefined}>
      {fresh ? <span className="notices-dot" role="img" aria-label={say('unread.new')} /> : null}
      <Link
        to="/cases"
        search={{ id: notice.caseId }}
        onClick={() => {
          if (fresh) void readOne.act({ params: { id: notice.id } });
        }}
      >
        {notice.text}
      </Link>
      <span className="sheet-small">
        <When at={notice.at} />
      </span>
    </li>
  );
}
