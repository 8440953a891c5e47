import { CloseOutlined } from '@ant-design/icons';
import { accountRoutes } from '@gezhi/contract/access/routes';
import { peopleRoutes } from '@gezhi/contract/people/index';
import type { PersonRow } from '@gezhi/contract/people/index';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { problemOf, useAnswer } from '../../api/query.ts';
import { When } from '../../ui/clock.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { useSay } from '../../words/locale.tsx';
import { useMay } from '../app/session.tsx';
import { AreaName } from '../pickers/area-name.tsx';
import { OrgName } from '../pickers/org-name.tsx';
import { EndPost } from './end-post.tsx';
import { GivePost } from './give-post.tsx';
import { Invite } from './invite.tsx';
import { Leaves } from './leaves.tsx';
import { PostHistory } from './post-history.tsx';
import { useRoleName } from './use-role-name.ts';

const PersonRecords = lazy(() =>
  import('../registers/person-records.tsx').then((module) => ({ default: module.PersonRecords })),
);

/** One person: posts held, each of which can be ended; leave; all posts over time; records; inviting to sign in. */
export function PersonPanel({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const say = useSay();
  const person = useAnswer(peopleRoutes.getPerson, { params: { id } });
  if (person.isPending) return <Loading />;
  if (person.data === undefined) return <Failed problem={problemOf(person.error)} />;
  const found = person.data.value;
  return (
    <aside className="page-block people-panel" aria-label={found.name}>
      <div className="people-panel-head">
        <h2>{found.name}</h2>
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={say('ui.close')} onClick={onClose} />
      </div>
      <Posts person={found} />
      <Leaves person={id} />
      <section>
        <h2>{say('people.history')}</h2>
        <PostHistory person={id} />
      </section>
      <section>
        <h2>{say('people.records')}</h2>
        <Suspense fallback={<Loading rows={2} />}>
          <PersonRecords person={id} />
        </Suspense>
      </section>
      <SignIn person={found} />
    </aside>
  );
}

function Posts({ person }: { readonly person: PersonRow }) {
  const say = useSay();
  const roleName = useRoleName();
  const mayEdit = useMay('people.edit');
  const [ending, setEnding] = useState<string>();
  const [giving, setGiving] = useState(false);
  return (
    <section>
      <h2>{say('people.posts')}</h2>
      {person.posts.map((post) => (
        <div key={post.id} className="people-post">
          <span>
            {roleName(post.role)}{' '}
            <span className="sheet-small">
              {post.area === undefined ? null : <AreaName code={post.area} />}
              {post.org === undefined ? null : <OrgName id={post.org} />}
              {post.actingFor === undefined ? null : ` · ${say('people.post.acting')}`}
              {post.to === undefined ? null : (
                <>
                  {` · ${say('people.post.until')} `}
                  <When at={post.to} exact />
                </>
              )}
            </span>
          </span>
          {mayEdit && post.actingFor === undefined ? (
            <Button
              size="small"
              aria-label={say('people.endPost', { role: roleName(post.role) })}
              onClick={() => setEnding(post.id)}
            >
              {say('people.endPost.act')}
            </Button>
          ) : null}
          {ending === post.id ? <EndPost id={post.id} onDone={() => setEnding(undefined)} /> : null}
        </div>
      ))}
      {giving ? (
        <GivePost person={person.id} onDone={() => setGiving(false)} />
      ) : mayEdit ? (
        <Button onClick={() => setGiving(true)}>{say('people.givePost')}</Button>
      ) : null}
    </section>
  );
}

function SignIn({ person }: { readonly person: PersonRow }) {
  const say = useSay();
  const mayManage = useMay('account.manage');
  const account = useAnswer(
    accountRoutes.list,
    { query: { q: person.name, limit: 50 } },
    { enabled: mayManage && person.account !== undefined },
  );
  const found = account.data?.value.rows.find((row) => row.person === person.id);
  if (!mayManage) return null;
  return (
    <section>
      <h2>{say('people.account')}</h2>
      {person.account === undefined ? (
        <Invite person={person.id} />
      ) : (
        <p>
          {found?.username}{' '}
          {found === undefined ? null : <span className="sheet-small">{say(`account.state.${found.state}`)}</span>}
        </p>
      )}
    </section>
  );
}
