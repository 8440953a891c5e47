import { sessionRoutes } from '@gezhi/contract/access/routes';
import { noticeRoutes } from '@gezhi/contract/notices/index';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Dialog } from 'antd-mobile';
import { useAnswer } from '../../api/query.ts';
import { useLocale } from '../../words/locale.tsx';
import { Go } from '../app/navigate.tsx';
import { useSend } from '../app/send.ts';
import { useSession } from '../app/session.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { forgetAnswers } from '../kept/answers.ts';
import { useRoleName } from '../people/role-name.ts';
import { AlertsCard } from '../push/alerts-card.tsx';
import { turnOff } from '../push/device.ts';
import { useQueue } from '../queue/use-queue.ts';
import { PostPlace } from './post-place.tsx';
import './me.css';

/** My name and posts, my notices, my password, the way out. */
export function MePage() {
  const { say, locale, setLocale } = useLocale();
  const { person, username, posts } = useSession();
  const roleName = useRoleName();
  const client = useQueryClient();
  const leave = useSend(sessionRoutes.signOut);
  const notices = useAnswer(noticeRoutes.list, { query: { limit: 1, unread: 'true' } });
  const unread = notices.data?.value.unread ?? 0;
  const waiting = useQueue().filter(({ state }) => state.name !== 'sent').length;
  const signOut = async () => {
    if (waiting > 0) {
      const content = say('field.me.leave.waiting', { n: waiting });
      const sure = await Dialog.confirm({ content, confirmText: say('entry.signOut'), cancelText: say('ui.cancel') });
      if (!sure) return;
    }
    // While the session still holds: nobody who takes the phone next is to be told what was mine.
    await turnOff();
    if (!(await leave.send({})).ok) return;
    await forgetAnswers();
    await client.resetQueries();
  };
  return (
    <main className="page">
      <h1>{person.name}</h1>
      <p className="quiet">{username}</p>
      <h2>{say('field.me.posts')}</h2>
      {posts.length === 0 ? <p>{say('field.me.noPosts')}</p> : null}
      <ul className="plain">
        {posts.map(({ id, role, area, org }) => (
          <li key={id} className="card">
            {roleName(role)}
            <PostPlace area={area} org={org} />
          </li>
        ))}
      </ul>
      <nav className="me-ways" aria-label={say('field.nav.me')}>
        <Go to={{ at: 'unread' }}>
          {say('field.me.unread')}
          {unread > 0 ? <b className="me-count">{unread}</b> : null}
        </Go>
        <Go to={{ at: 'queue' }}>
          {say('field.queue.title')}
          {waiting > 0 ? <b className="me-count">{waiting}</b> : null}
        </Go>
        <Go to={{ at: 'password' }}>{say('field.me.password')}</Go>
        <a href="/desk">{say('field.me.desk')}</a>
        <button type="button" onClick={() => setLocale(locale === 'en' ? 'zh-CN' : 'en')}>
          {say('field.me.language')}
        </button>
      </nav>
      <AlertsCard />
      <ProblemNote problem={leave.problem} />
      <Button block size="large" loading={leave.busy} onClick={() => void signOut()}>
        {say('entry.signOut')}
      </Button>
    </main>
  );
}
