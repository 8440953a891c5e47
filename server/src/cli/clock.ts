import { text as readText } from 'node:stream/consumers';
import { chinaCalendar, clockKinds, reckonDue, yearsMissing } from '@gezhi/domain/cases/index';
import { dateOfDay, dayMinutes, dayOfMinute, type Instant, localMinuteOf } from '@gezhi/domain/time';
import { z } from 'zod';
import { type AddCommand, CommandFailed } from './command.ts';

const { offsetMinutes } = chinaCalendar;

const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/, {
    error: 'must look like 2026-10-08T10:00+08:00',
  })
  .transform((text, context): Instant => {
    const at = Date.parse(text);
    if (Number.isNaN(at)) context.addIssue({ code: 'custom', message: `${text} is no moment of the calendar` });
    return at;
  });

const suspension = z.tuple([instant, instant]).refine(([from, to]) => from <= to, { error: 'ends before it begins' });

const input = z.object({
  examples: z.array(
    z.object({
      clock: z.object({ kind: z.enum(clockKinds), amount: z.number() }),
      start: instant,
      suspensions: z.array(suspension).default([]),
    }),
  ),
});

type Example = z.output<typeof input>['examples'][number];

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** A moment on the calendar's own wall clock, to the minute: `2026-10-08T10:00+08:00`. */
function localText(at: Instant): string {
  const minute = localMinuteOf(at, offsetMinutes);
  const day = dayOfMinute(minute);
  const ofDay = minute - day * dayMinutes;
  const time = `${twoDigits(Math.floor(ofDay / 60))}:${twoDigits(ofDay % 60)}`;
  return `${dateOfDay(day)}T${time}+${twoDigits(offsetMinutes / 60)}:${twoDigits(offsetMinutes % 60)}`;
}

function dueOf({ clock, start, suspensions }: Example, index: number): Instant {
  const due = reckonDue(chinaCalendar, clock, start, suspensions);
  if (due.state === 'due') return due.at;
  throw new CommandFailed(
    `examples.${index} has no due time (${due.state === 'refused' ? due.code : 'it stands still'})`,
  );
}

function parse(text: string): readonly Example[] {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new CommandFailed(`standard input is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
  const read = input.safeParse(given);
  if (read.success) return read.data.examples;
  const reasons = read.error.issues.map((issue) => `  ${issue.path.join('.') || 'input'}: ${issue.message}`);
  throw new CommandFailed(
    `the input must be {"examples": [{"clock": {"kind", "amount"}, "start", "suspensions"}]}\n${reasons.join('\n')}`,
  );
}

/**
 * Answers the due times of clocks as JSON text, and the years the calendar lacks on the way.
 * @throws CommandFailed saying what is wrong with the input.
 */
export function dueTimes(text: string): { readonly json: string; readonly missingYears: readonly number[] } {
  const examples = parse(text);
  const dues = examples.map(dueOf);
  const missing = examples.flatMap(({ start }, index) => yearsMissing(chinaCalendar, start, dues[index] ?? start));
  return { json: JSON.stringify(dues.map(localText)), missingYears: [...new Set(missing)].toSorted((a, b) => a - b) };
}

/** `gezhi clock`: the administrator's what-if. */
export const addClock: AddCommand = (program) => {
  program
    .command('clock')
    .description('reads {"examples": [{"clock", "start", "suspensions"}]} and prints the due times as a JSON array')
    .action(async () => {
      const { json, missingYears } = dueTimes(await readText(process.stdin));
      for (const year of missingYears) {
        console.error(`gezhi: the holidays of ${year} are not published; its weekends alone were counted`);
      }
      console.log(json);
    });
};
