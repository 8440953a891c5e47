import { peopleRoutes } from '@gezhi/contract/people/index';
import type { PostRow } from '@gezhi/contract/people/index';
import { programNow } from '../../api/program-time.ts';
import { problemOf, useAnswer } from '../../api/query.ts';
import { When } from '../../ui/clock.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { useSay } from '../../words/locale.tsx';
import { AreaName } from '../pickers/area-name.tsx';
import { useRoleName } from './use-role-name.ts';

/** Every post a person held, holds or will hold, the newest first. */
export function PostHistory({ person }: { readonly person: string }) {
  const say = useSay();
  const posts = useAnswer(peopleRoutes.listPosts, { query: { person, ended: 'true', limit: 200 } });
  if (posts.isPending) return <Loading rows={2} />;
  if (posts.data === undefined) return <Failed problem={problemOf(posts.error)} />;
  return (
    <Timeline
      label={say('people.history')}
      items={posts.data.value.rows.map((post) => ({
        key: post.id,
        at: post.from,
        step: isLive(post),
        text: <PostLine post={post} />,
        ...(post.endReason === undefined ? {} : { more: post.endReason }),
      }))}
    />
  );
}

function isLive({ from, to }: PostRow): boolean {
  const now = programNow();
  return Date.parse(from) <= now && (to === undefined || now < Date.parse(to));
}

function PostLine({ post }: { readonly post: PostRow }) {
  const say = useSay();
  const roleName = useRoleName();
  return (
    <>
      {roleName(post.role)}{' '}
      <span className="sheet-small">
        {post.area === undefined ? null : <AreaName code={post.area} />} {post.orgName}
        {post.time === 'part' ? ` · ${say('people.post.part')}` : ''}
        {post.actingFor === undefined ? '' : ` · ${say('people.post.acting')}`}
        {post.to === undefined ? null : (
          <>
            {' · '}
            {say('people.post.until')} <When at={post.to} exact />
          </>
        )}
      </span>
    </>
  );
}
