import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultRoles, livePosts, mayIn, permissions } from '../access/index.ts';
import { actingPosts, type Leave, leaveRefusal } from './leave.ts';
import { planHandOver } from './open-duty.ts';
import { isLive, type Post } from './post.ts';

const leave = (more: Partial<Leave> = {}): Leave => ({
  id: 'l',
  person: 'a',
  deputy: 'b',
  from: 10,
  to: 20,
  ...more,
});
const post = (more: Partial<Post> = {}): Post => ({
  id: 'p',
  person: 'a',
  role: 'community-clerk',
  area: '450802001013',
  from: 0,
  time: 'full',
  ...more,
});

describe('a leave', () => {
  it.each([
    { name: 'stands', given: leave(), others: [], why: undefined },
    { name: 'ends before it begins', given: leave({ to: 10 }), others: [], why: 'leave.endsBeforeItBegins' },
    { name: 'is over', given: leave({ from: 1, to: 4 }), others: [], why: 'leave.inThePast' },
    { name: 'has oneself as deputy', given: leave({ deputy: 'a' }), others: [], why: 'leave.ownDeputy' },
    { name: 'meets another', given: leave(), others: [leave({ id: 'm', from: 19, to: 30 })], why: 'leave.overlaps' },
    { name: 'follows another', given: leave(), others: [leave({ id: 'm', from: 20, to: 30 })], why: undefined },
    {
      name: 'has a deputy who is away',
      given: leave(),
      others: [leave({ id: 'm', person: 'b', deputy: 'c' })],
      why: 'leave.deputyAway',
    },
    {
      name: 'is of somebody who acts for another',
      given: leave(),
      others: [leave({ id: 'm', person: 'c', deputy: 'a' })],
      why: 'leave.isDeputy',
    },
  ])('that $name: $why', ({ given, others, why }) => {
    expect(leaveRefusal(given, others, 5)).toBe(why);
  });

  it('gives the deputy each post for the days of the leave on which it holds', () => {
    const posts = [
      post(),
      post({ id: 'q', to: 15 }),
      post({ id: 'over', to: 9 }),
      post({ id: 'late', from: 25 }),
      post({ id: 'acting', actingFor: 'x' }),
      post({ id: 'other', person: 'c' }),
    ];
    expect(actingPosts(posts, leave(), 0).map(({ actingFor, from, to }) => [actingFor, from, to])).toEqual([
      ['p', 10, 20],
      ['q', 10, 15],
    ]);
    expect(actingPosts(posts, leave(), 12).map(({ from }) => from)).toEqual([12, 12]);
  });
});

/** What an administrator can do to posts and leaves, as the server does it: pure, over one array of posts. */
type Step =
  | { readonly do: 'give'; readonly person: number; readonly role: number; readonly days: number }
  | { readonly do: 'end'; readonly pick: number; readonly in: number }
  | {
      readonly do: 'leave';
      readonly person: number;
      readonly deputy: number;
      readonly in: number;
      readonly days: number;
    }
  | { readonly do: 'back'; readonly pick: number }
  | { readonly do: 'wait'; readonly days: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('give' as const), person: fc.nat(3), role: fc.nat(4), days: fc.nat(20) }),
  fc.record({ do: fc.constant('end' as const), pick: fc.nat(), in: fc.nat(5) }),
  fc.record({
    do: fc.constant('leave' as const),
    person: fc.nat(3),
    deputy: fc.nat(3),
    in: fc.nat(5),
    days: fc.integer({ min: 1, max: 12 }),
  }),
  fc.record({ do: fc.constant('back' as const), pick: fc.nat() }),
  fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 10 }) }),
);

function play(steps: readonly Step[]) {
  let now = 0;
  let posts: Post[] = [];
  let leaves: Leave[] = [];
  const end = (id: string, at: number) => {
    posts = posts.map((one) =>
      (one.id === id || one.actingFor === id) && (one.to === undefined || one.to > at)
        ? { ...one, to: Math.max(at, one.from) }
        : one,
    );
  };
  for (const [index, one] of steps.entries()) {
    if (one.do === 'wait') now += one.days;
    if (one.do === 'give') {
      const role = defaultRoles[one.role]?.id ?? '';
      const to = one.days === 0 ? {} : { to: now + one.days };
      posts.push(post({ id: `p${index}`, person: `n${one.person}`, role, from: now, ...to }));
    }
    if (one.do === 'end') {
      const chosen = posts.filter((each) => each.actingFor === undefined)[one.pick % Math.max(posts.length, 1)];
      if (chosen !== undefined) end(chosen.id, now + one.in);
    }
    if (one.do === 'leave') {
      const from = now + one.in;
      const asked = { id: `l${index}`, person: `n${one.person}`, deputy: `n${one.deputy}`, from, to: from + one.days };
      if (leaveRefusal(asked, leaves, now) === undefined) {
        leaves.push(asked);
        for (const [number, acting] of actingPosts(posts, asked, now).entries())
          posts.push({ ...acting, id: `a${index}.${number}`, person: asked.deputy });
      }
    }
    if (one.do === 'back') {
      const back = leaves[one.pick % Math.max(leaves.length, 1)];
      if (back !== undefined && back.to > now) {
        const own = posts.filter((each) => each.person === back.person).map(({ id }) => id);
        posts = posts.map((each) =>
          each.person === back.deputy &&
          own.includes(each.actingFor ?? '') &&
          (each.to ?? Infinity) > now &&
          each.from < back.to &&
          (each.to ?? 0) <= back.to &&
          each.from >= back.from
            ? { ...each, to: Math.max(now, each.from) }
            : each,
        );
        leaves = leaves.map((each) => (each === back ? { ...each, to: Math.max(now, back.from) } : each));
      }
    }
  }
  return { now, posts, leaves };
}

describe('whatever sequence of changes', () => {
  it('leaves no right behind: what a person may do is the union of own live posts and those acted in on leave days', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.nat(30), (steps, later) => {
        const { now, posts, leaves } = play(steps);
        const at = now + later;
        for (const person of ['n0', 'n1', 'n2', 'n3']) {
          const own = posts.filter((one) => one.person === person);
          const live = livePosts(own, defaultRoles, at);
          const actor = { kind: 'staff', county: '450802', person, name: person, posts: live } as const;
          // The plain reading: own posts that hold, and posts of others that hold on a day of a leave that names this deputy.
          const rightful = posts.filter((one) => {
            if (one.actingFor !== undefined || !isLive(one, at)) return false;
            if (one.person === person) return true;
            return leaves.some(
              (away) => away.person === one.person && away.deputy === person && away.from <= at && at < away.to,
            );
          });
          const given = new Set(
            rightful.flatMap((one) => defaultRoles.find(({ id }) => id === one.role)?.permissions ?? []),
          );
          // A post given while the holder is away is not acted in: less, never more.
          expect(permissions.filter((right) => mayIn(actor, right, '450802001013') && !given.has(right))).toEqual([]);
          const standing = rightful.map(({ id }) => id);
          expect(live.flatMap(({ actingFor }) => actingFor ?? []).filter((id) => !standing.includes(id))).toEqual([]);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('handing duties on by name', () => {
  const open = [
    { kind: 'post', id: '1', name: '甲' },
    { kind: 'workOrder', id: '2', name: '路灯' },
  ] as const;
  it('takes the successor where nobody is named, and exactly who is named', () => {
    expect(planHandOver(open, [{ kind: 'post', id: '1', to: 'other' }], 'heir')).toMatchObject({
      ok: true,
      takes: [{ to: 'other' }, { to: 'heir' }],
    });
  });
  it.each([
    { name: 'a duty left out', given: [{ kind: 'post' as const, id: '1' }], code: 'handOver.missing' },
    { name: 'one that is not open', given: [{ kind: 'turn' as const, id: '9' }], code: 'handOver.unknown' },
    {
      name: 'one named twice',
      given: [
        { kind: 'post' as const, id: '1' },
        { kind: 'post' as const, id: '1' },
      ],
      code: 'handOver.doubled',
    },
    {
      name: 'work that nobody takes',
      given: [
        { kind: 'post' as const, id: '1' },
        { kind: 'workOrder' as const, id: '2' },
      ],
      code: 'handOver.mustBeTaken',
    },
  ])('refuses $name', ({ given, code }) => {
    expect(planHandOver(open, given)).toMatchObject({ ok: false, code });
  });
});
