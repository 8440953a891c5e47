import { noticeRoutes } from '@gezhi/contract/notices/index';
import type { NoticeRow } from '@gezhi/contract/notices/index';
import { Button } from 'antd-mobile';
import { problemOf, useAnswer } from '../../api/query.ts';
import { When } from '../../ui/clock.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { useSay } from '../../words/locale.tsx';
import { Go } from '../app/navigate.tsx';
import { PageHead } from '../app/page-head.tsx';
import { useSend } from '../app/send.ts';
import './me.css';

/** What I was told: unread first. Opening one marks it read and shows its case. */
export function UnreadPage() {
  const say = useSay();
  const answer = useAnswer(noticeRoutes.list, { query: { limit: 100 } });
  const read = useSend(noticeRoutes.read, [noticeRoutes.list]);
  const readAll = useSend(noticeRoutes.readAll, [noticeRoutes.list]);
  const found = answer.data?.value;
  return (
    <>
      <PageHead title={say('field.me.unread')} />
      <main className="page">
        {found === undefined && answer.isPending ? <Loading rows={6} /> : null}
        {found === undefined && answer.isError ? (
          <Failed problem={problemOf(answer.error)} retry={() => void answer.refetch()} />
        ) : null}
        {found?.rows.length === 0 ? <Empty title={say('unread.empty')} /> : null}
        {(found?.unread ?? 0) > 0 ? (
          <Button block loading={readAll.busy} onClick={() => void readAll.send({})}>
            {say('unread.readAll')}
          </Button>
        ) : null}
        {found?.rows.map((row) => (
          <Notice key={row.id} row={row} onOpen={() => void read.send({ params: { id: row.id } })} />
        ))}
      </main>
    </>
  );
}

function Notice({ row, onOpen }: { readonly row: NoticeRow; readonly onOpen: () => void }) {
  const say = useSay();
  const isNew = row.readAt === undefined;
  return (
    <Go
      to={{ at: 'case', id: row.caseId }}
      className={isNew ? 'notice-row is-new' : 'notice-row'}
      onClick={() => {
        if (isNew) onOpen();
      }}
    >
      <span>
        {isNew ? <span className="sr-only">{say('unread.new')}</span> : null}
        {row.text}
      </span>
      <span className="quiet">
        <When at={row.at} />
      </span>
    </Go>
  );
}
