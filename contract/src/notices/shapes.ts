import { noticeKinds } from '@gezhi/domain/notices/index';
import { z } from 'zod';
import { id } from '../shapes.ts';

/** One line of a person's unread list. */
export const notice = z
  .object({
    id,
    kind: z.enum(noticeKinds),
    /** The whole sentence in the asker's language. */
    text: z.string(),
    caseId: id,
    number: z.string(),
    at: z.string(),
    readAt: z.string().optional(),
  })
  .meta({ id: 'Notice' });
export type NoticeRow = z.output<typeof notice>;

/** `kept` is the demonstration's: no gateway is set up, and the message is only shown here. */
export const outboxStates = ['waiting', 'sent', 'kept', 'failed'] as const;
export const outboxKinds = ['sms', 'email'] as const;

/** A message to somebody outside, as staff may see it. */
export const outboxMessage = z
  .object({
    id,
    kind: z.enum(outboxKinds),
    /** Masked: 138****8000, l***@example.org. */
    recipient: z.string(),
    /** What was sent; without it where only the recipient may read it or the recipient was erased. */
    text: z.string().optional(),
    secret: z.boolean(),
    caseId: id.optional(),
    at: z.string(),
    state: z.enum(outboxStates),
    tries: z.number().int(),
    /** Stable code of why it failed. */
    error: z.string().optional(),
    sentAt: z.string().optional(),
  })
  .meta({ id: 'OutboxMessage' });
export type OutboxMessage = z.output<typeof outboxMessage>;
