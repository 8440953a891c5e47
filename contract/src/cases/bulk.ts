import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { filledText, id, mostCount, text } from '../shapes.ts';
import { body, caseState, namedBody } from './parts.ts';
import { staffCommands } from './commands.ts';
import { caseRow } from './views.ts';

/** Cases that one call may take together. */
const mostAtOnce = 100;

/** What may be asked of many cases at once: commands that need no look at the single case. */
export const bulkCommands = {
  accept: staffCommands.accept,
  dispatch: z.strictObject({
    type: z.literal('dispatch'),
    /** One body for all; left out, each case goes to whom the duty list names for it. */
    lead: body.optional(),
    note: text(2000).optional(),
  }),
  assignToDesk: staffCommands.assignToDesk,
  acknowledge: staffCommands.acknowledge,
  remind: staffCommands.remind,
  note: z.strictObject({ type: z.literal('note'), text: filledText(2000), public: z.boolean().default(false) }),
  escalate: staffCommands.escalate,
} as const;
export type BulkCommandName = keyof typeof bulkCommands;

const { accept, dispatch, assignToDesk, acknowledge, remind, note, escalate } = bulkCommands;
export const bulkCommand = z
  .discriminatedUnion('type', [accept, dispatch, assignToDesk, acknowledge, remind, note, escalate])
  .meta({ id: 'BulkCommand' });
export type BulkCommand = z.output<typeof bulkCommand>;

/** What becomes of one case: how it stood, how it stands after it, or why nothing becomes of it. */
export const bulkOutcome = z
  .object({
    id,
    /** Whether the command will be, or was, carried out on it. */
    ok: z.boolean(),
    /** The case now; absent where the asker cannot see it. */
    case: caseRow.optional(),
    /** How it stands after the command. */
    after: z.object({ state: caseState, owner: namedBody.optional(), dueAt: z.string().optional() }).optional(),
    /** Why not, in the asker's language. */
    problem: z.object({ code: z.string(), detail: z.string() }).optional(),
  })
  .meta({ id: 'BulkOutcome' });
export type BulkOutcome = z.output<typeof bulkOutcome>;

/** As many rows as cases asked for, in their order: none is left out in silence. */
const outcomes = z.object({ rows: z.array(bulkOutcome) });

export const bulkRoutes = {
  preview: defineRoute({
    name: 'cases.previewBulk',
    method: 'POST',
    path: '/api/cases/bulk-previews',
    summary: 'What a command would do to each of many cases, and why not where it would not; changes nothing',
    access: 'session',
    body: z.strictObject({ command: bulkCommand, ids: z.array(id).min(1).max(mostAtOnce) }),
    answer: outcomes,
    status: 200,
  }),
  run: defineRoute({
    name: 'cases.bulk',
    method: 'POST',
    path: '/api/cases/bulk',
    summary:
      'Gives one command to many cases, each in its own transaction, on the version last read and once for its key',
    access: 'session',
    body: z.strictObject({
      command: bulkCommand,
      cases: z
        .array(
          z.strictObject({
            id,
            /** Version last read, as If-Match for a single command. */
            version: z.number().int().min(0).max(mostCount),
            /** Idempotency key of this command on this case: the same again does nothing and answers the same. */
            key: z.uuid(),
          }),
        )
        .min(1)
        .max(mostAtOnce),
    }),
    answer: outcomes,
    status: 200,
  }),
};
