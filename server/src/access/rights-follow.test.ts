import { defaultRoles } from '@gezhi/domain/access/index';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openOnce } from '../testing.ts';
import { community, county, openServer, type Server, street } from './testing.ts';

/** What an administrator does with two people, through the API, in any order. */
type Step =
  | { readonly do: 'give'; readonly who: 0 | 1; readonly role: number; readonly hours: number }
  | { readonly do: 'end'; readonly pick: number; readonly hours: number }
  | { readonly do: 'leave'; readonly who: 0 | 1; readonly from: number; readonly hours: number }
  | { readonly do: 'back'; readonly pick: number }
  | { readonly do: 'wait'; readonly hours: number };

const who = fc.constantFrom(0 as const, 1 as const);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('give' as const), who, role: fc.nat(), hours: fc.nat(30) }),
  fc.record({ do: fc.constant('end' as const), pick: fc.nat(), hours: fc.nat(5) }),
  fc.record({ do: fc.constant('leave' as const), who, from: fc.nat(3), hours: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ do: fc.constant('back' as const), pick: fc.nat() }),
  fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 12 }) }),
);

const roles = ['community-clerk', 'department-contact', 'duty-clerk', 'volunteer', 'grid-worker'];
const hour = 3_600_000;

interface Row {
  readonly id: string;
  readonly role: string;
  readonly from: string;
  readonly to?: string;
  readonly actingFor?: string;
}

const server = openOnce(() => openServer({ DEMO: '1' }));

let administrator: Awaited<ReturnType<Server['staff']>>;
beforeAll(async () => {
  administrator = await server.staff('administrator', county);
});

async function scene() {
  const people = [await server.staff('volunteer', street), await server.staff('volunteer', street)];
  const now = () => server.deps.clock.now();
  const iso = (at: number) => new Date(at).toISOString();
  const rowsOf = async (url: string) => (await administrator.get(url)).body['rows'] as Row[];
  const postsOf = (index: number) => rowsOf(`/api/posts?person=${people[index]?.person}&ended=true&limit=200`);

  async function step(one: Step): Promise<void> {
    const person = 'who' in one ? people[one.who]?.person : undefined;
    const other = 'who' in one ? people[1 - one.who]?.person : undefined;
    if (one.do === 'wait') await server.setClock(iso(now() + one.hours * hour));
    if (one.do === 'give') {
      const to = one.hours === 0 ? {} : { to: iso(now() + one.hours * hour) };
      await administrator.post('/api/posts', { person, role: roles[one.role % roles.length], area: community, ...to });
    }
    if (one.do === 'leave') {
      const from = now() + one.from * hour;
      await administrator.post('/api/leaves', {
        person,
        deputy: other,
        from: iso(from),
        to: iso(from + one.hours * hour),
      });
    }
    if (one.do === 'end') {
      const all = [...(await postsOf(0)), ...(await postsOf(1))].filter(({ actingFor }) => actingFor === undefined);
      const post = all[one.pick % Math.max(1, all.length)];
      if (post !== undefined)
        await administrator.post(`/api/posts/${post.id}/end`, { reason: '调整', at: iso(now() + one.hours * hour) });
    }
    if (one.do === 'back') {
      const leaves = await rowsOf('/api/leaves?limit=200');
      const leave = leaves[one.pick % Math.max(1, leaves.length)];
      if (leave !== undefined) await administrator.post(`/api/leaves/${leave.id}/end`);
    }
  }

  /** The plain reading: own posts that hold; those acted in hold only while the post they stand in for does. */
  async function wrongs(): Promise<unknown[]> {
    const wrong: unknown[] = [];
    const at = now();
    const live = ({ from, to }: Row) => Date.parse(from) <= at && (to === undefined || at < Date.parse(to));
    const posts = [(await postsOf(0)).filter(live), (await postsOf(1)).filter(live)];
    const standing = new Set(posts.flat().map(({ id }) => id));
    for (const [index, person] of people.entries()) {
      const own = posts[index] ?? [];
      for (const { actingFor } of own)
        if (actingFor !== undefined && !standing.has(actingFor)) wrong.push({ index, actingFor });
      const rightful = new Set(
        own.flatMap((post) => defaultRoles.find(({ id }) => id === post.role)?.permissions ?? []),
      );
      const { body } = await person.get('/api/session');
      const said = (body['permissions'] as string[]).toSorted().join();
      if (said !== [...rightful].sort().join()) wrong.push({ index, said });
      const { status } = await person.get('/api/people');
      if ((status === 200) !== rightful.has('people.read')) wrong.push({ index, status });
    }
    return wrong;
  }
  return { step, wrongs };
}

describe('whatever an administrator does to posts and leaves, in whatever order', () => {
  it('an open session has exactly the rights of the posts that hold: none is left behind', {
    timeout: 240_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: 12 }), async (steps) => {
        const { step, wrongs } = await scene();
        for (const one of steps) {
          await step(one);
          expect(await wrongs()).toEqual([]);
        }
      }),
      { numRuns: 12 },
    );
  });
});
