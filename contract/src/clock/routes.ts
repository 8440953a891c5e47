import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { instant } from '../shapes.ts';

const clock = z.object({
  now: z.string(),
  /** Only in the demonstration and in tests. */
  settable: z.boolean(),
  running: z.boolean(),
});

export const clockRoutes = {
  read: defineRoute({
    name: 'clock.read',
    method: 'GET',
    path: '/api/clock',
    summary: "The program's time, and whether it may be set",
    access: 'public',
    answer: clock,
    status: 200,
  }),
  set: defineRoute({
    name: 'clock.set',
    method: 'PUT',
    path: '/api/clock',
    summary: "Sets the program's time where that is allowed; answers when the clocks due by then have fired",
    access: { permission: 'clock.set' },
    body: z.strictObject({
      now: instant,
      /** Whether it goes on from there; false lets it stand still. */
      running: z.boolean().default(true),
    }),
    answer: clock,
    status: 200,
  }),
} as const;
