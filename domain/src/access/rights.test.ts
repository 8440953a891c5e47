import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Post } from '../people/index.ts';
import { may, mayFor, mayIn } from './actor.ts';
import { permissions } from './permissions.ts';
import { livePosts, needsSecondFactor, permissionsOf } from './rights.ts';
import { defaultRoles, type Role } from './roles.ts';

const areas = ['450802', '450802001', '450802001013', '450802002', '450803'];
const orgs = ['o1', 'o2'];

const anyPost: fc.Arbitrary<Post> = fc
  .record({
    id: fc.uuid(),
    person: fc.constant('p'),
    role: fc.constantFrom(...defaultRoles.map((role) => role.id), 'role-no-longer-there'),
    area: fc.option(fc.constantFrom(...areas), { nil: undefined }),
    org: fc.option(fc.constantFrom(...orgs), { nil: undefined }),
    from: fc.integer({ min: 0, max: 100 }),
    to: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    time: fc.constantFrom('full' as const, 'part' as const),
  })
  .map(({ area, org, to, ...post }) => ({
    ...post,
    ...(area === undefined ? {} : { area }),
    ...(org === undefined ? {} : { org }),
    ...(to === undefined ? {} : { to }),
  }));

/** The plain reading of the rule, one post and one right at a time. */
function holds(
  posts: readonly Post[],
  roles: readonly Role[],
  now: number,
  wanted: (post: Post, role: Role) => boolean,
): boolean {
  let found = false;
  for (const post of posts) {
    const begun = now >= post.from;
    const ended = post.to !== undefined && now >= post.to;
    const role = roles.find((one) => one.id === post.role);
    if (begun && !ended && role !== undefined && wanted(post, role)) found = true;
  }
  return found;
}

describe('rights follow posts', () => {
  it('rights equal the union of the live posts, in every place and for every organisation', () => {
    fc.assert(
      fc.property(fc.array(anyPost, { maxLength: 6 }), fc.integer({ min: 0, max: 100 }), (posts, now) => {
        const live = livePosts(posts, defaultRoles, now);
        const actor = { kind: 'staff', county: '450802', person: 'p', name: '甲', posts: live } as const;
        for (const right of permissions) {
          const gives = (role: Role) => role.permissions.includes(right);
          expect(may(actor, right)).toBe(holds(posts, defaultRoles, now, (_, role) => gives(role)));
          expect(permissionsOf(live).includes(right)).toBe(may(actor, right));
          for (const area of areas) {
            const here = (post: Post) => post.area !== undefined && area.startsWith(post.area);
            expect(mayIn(actor, right, area)).toBe(
              holds(posts, defaultRoles, now, (post, role) => here(post) && gives(role)),
            );
          }
          for (const org of orgs) {
            expect(mayFor(actor, right, org)).toBe(
              holds(posts, defaultRoles, now, (post, role) => post.org === org && gives(role)),
            );
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('ending a post takes its rights at that instant, and only its rights', () => {
    fc.assert(
      fc.property(
        fc.array(anyPost, { maxLength: 5 }),
        anyPost,
        fc.integer({ min: 1, max: 100 }),
        (others, post, now) => {
          const ended = { ...post, to: now };
          const ids = (posts: readonly Post[]) => livePosts(posts, defaultRoles, now).map((one) => one.id);
          expect(ids([...others, ended])).toEqual(ids(others));
        },
      ),
    );
  });

  it.each([
    { name: 'before it begins', now: 9, live: false },
    { name: 'as it begins', now: 10, live: true },
    { name: 'just before it ends', now: 19, live: true },
    { name: 'as it ends', now: 20, live: false },
  ])('a post $name: $live', ({ now, live }) => {
    const post: Post = {
      id: 'a',
      person: 'p',
      role: 'community-clerk',
      area: '450802',
      from: 10,
      to: 20,
      time: 'full',
    };
    expect(livePosts([post], defaultRoles, now)).toHaveLength(live ? 1 : 0);
  });
});

describe('needsSecondFactor', () => {
  it('asks it of commanders and administrators only', () => {
    expect(needsSecondFactor([{ role: 'community-clerk' }], defaultRoles)).toBe(false);
    expect(needsSecondFactor([{ role: 'community-clerk' }, { role: 'commander' }], defaultRoles)).toBe(true);
    expect(needsSecondFactor([{ role: 'administrator' }], defaultRoles)).toBe(true);
  });
});
