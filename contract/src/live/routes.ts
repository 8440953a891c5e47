import { z } from 'zod';
import { defineRoute } from '../route.ts';

/**
 * What one message of the live stream says (`data:` of a server-sent event). It tells what to read again.
 * After a reconnection a message may come twice: drop those whose `id` was seen.
 */
export const liveMessage = z.object({
  id: z.string(),
  /** `<noun>.<what>`, such as `case.changed`. */
  kind: z.string(),
  /** Id of what it happened to. */
  ref: z.string(),
  area: z.string().optional(),
  data: z.unknown(),
});
export type LiveMessage = z.output<typeof liveMessage>;

/** Names of the events (`event:`) of the stream besides plain messages. */
export const liveSigns = {
  /** The stream is open; what came before must have been read by now. */
  ready: 'ready',
  /** Too long away to catch up: read everything anew. */
  reset: 'reset',
} as const;

export const liveRoutes = {
  stream: defineRoute({
    name: 'live.stream',
    method: 'GET',
    path: '/api/live',
    summary: 'Server-sent events of what changes in the own scope; resumes by Last-Event-ID',
    access: 'session',
    status: 200,
  }),
} as const;
