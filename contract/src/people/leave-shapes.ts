import { z } from 'zod';
import { id, instant } from '../shapes.ts';
import { post } from './shapes.ts';

/** What may be left without an owner when a post ends. */
export const postDutyKinds = ['case', 'verify', 'turn', 'chief', 'membership'] as const;

/** Something a post leaves behind that needs a new owner. */
export const postDuty = z
  .object({
    kind: z.enum(postDutyKinds),
    /** Id of the case, turn or membership; code of the area that has no chief any more. */
    id: z.string(),
    name: z.string(),
    number: z.string().optional(),
    from: z.string().optional(),
    to: z.string().optional(),
  })
  .meta({ id: 'PostDuty' });
export type PostDutyRow = z.output<typeof postDuty>;

/** A post that was ended, with what it leaves open. */
export const endedPost = post.extend({ openDuties: z.array(postDuty) }).meta({ id: 'EndedPost' });

/** Days on which somebody is away and another acts. */
export const leave = z
  .object({
    id,
    person: id,
    personName: z.string(),
    deputy: id.optional(),
    deputyName: z.string().optional(),
    from: z.string(),
    to: z.string(),
    /** When it was cut short or taken back. */
    endedAt: z.string().optional(),
    standing: z.enum(['ahead', 'now', 'over']),
    /** Posts the deputy acts in, for those days. */
    acting: z.number().int(),
  })
  .meta({ id: 'Leave' });
export type LeaveRow = z.output<typeof leave>;

export const newLeave = z.strictObject({ person: id, deputy: id.optional(), from: instant.optional(), to: instant });
