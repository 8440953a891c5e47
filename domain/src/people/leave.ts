import type { Instant } from '../time.ts';
import type { Post } from './post.ts';

/** Days on which somebody is away and another acts for them. */
export interface Leave {
  readonly id: string;
  readonly person: string;
  /** Who acts; absent where nobody has to. */
  readonly deputy?: string;
  readonly from: Instant;
  /** The first instant at which the person is back. */
  readonly to: Instant;
}

/** The longest leave that is taken as meant: 400 days. */
const longestLeave = 400 * 24 * 3_600_000;

const overlap = (a: Pick<Leave, 'from' | 'to'>, b: Pick<Leave, 'from' | 'to'>): boolean =>
  a.from < b.to && b.from < a.to;

export type LeaveRefusal =
  | 'leave.endsBeforeItBegins'
  | 'leave.inThePast'
  | 'leave.tooLong'
  | 'leave.ownDeputy'
  | 'leave.overlaps'
  | 'leave.deputyAway'
  | 'leave.isDeputy';

/**
 * Why a leave cannot stand as asked, or undefined when it can.
 * @param others leaves of the person and of the deputy, and those in which the person is the deputy
 */
export function leaveRefusal(leave: Leave, others: readonly Leave[], now: Instant): LeaveRefusal | undefined {
  if (leave.to <= leave.from) return 'leave.endsBeforeItBegins';
  if (leave.to <= now) return 'leave.inThePast';
  if (leave.to - leave.from > longestLeave) return 'leave.tooLong';
  if (leave.deputy === leave.person) return 'leave.ownDeputy';
  const meanwhile = others.filter((other) => other.id !== leave.id && overlap(other, leave));
  if (meanwhile.some(({ person }) => person === leave.person)) return 'leave.overlaps';
  if (meanwhile.some(({ person }) => person === leave.deputy)) return 'leave.deputyAway';
  // Whoever acts for another cannot be away too: nobody would hold those rights.
  if (meanwhile.some(({ deputy }) => deputy === leave.person)) return 'leave.isDeputy';
  return undefined;
}

/** A post that the deputy gets for the days of a leave. */
export type ActingPost = Pick<Post, 'role' | 'area' | 'org' | 'from' | 'time'> & {
  readonly actingFor: string;
  readonly to: Instant;
};

/**
 * The posts a deputy acts in: each post of the absent person, for the days of the leave on which it holds. Posts in
 * which the person acts for somebody else are not passed on: that leave names its own deputy.
 * @param since nothing is given for the time before it
 */
export function actingPosts(posts: readonly Post[], leave: Leave, since: Instant): readonly ActingPost[] {
  if (leave.deputy === undefined) return [];
  return posts.flatMap((post): ActingPost[] => {
    if (post.person !== leave.person || post.actingFor !== undefined) return [];
    const from = Math.max(post.from, leave.from, since);
    const to = Math.min(post.to ?? leave.to, leave.to);
    if (to <= from) return [];
    const { id, role, area, org } = post;
    return [
      {
        actingFor: id,
        role,
        ...(area === undefined ? {} : { area }),
        ...(org === undefined ? {} : { org }),
        from,
        to,
        time: 'part',
      },
    ];
  });
}
