import { staffCommands } from '@gezhi/contract/cases/index';
import type { StaffCommandName } from '@gezhi/contract/cases/index';
import { fieldsOf } from '../../ui/cases/command-fields.ts';
import type { Widget } from '../../ui/cases/command-fields.ts';

/** What a phone asks for well. Dispatching, sorting into categories and joining cases is the desk's. */
const widgetsHere: ReadonlySet<Widget> = new Set([
  'words',
  'line',
  'photos',
  'workOrder',
  'colleague',
  'amount',
  'moment',
  'ask',
  'order',
  'upheld',
  'pass',
  'tick',
  'solved',
  'satisfied',
  'bodies',
  'summonsKind',
]);

/** The commands that can be given from the phone, in the server's order, and whether there are others. */
export function doableHere(commands: readonly string[]): {
  readonly here: readonly StaffCommandName[];
  readonly elsewhere: boolean;
} {
  const known = commands.filter((command): command is StaffCommandName => Object.hasOwn(staffCommands, command));
  const here = known.filter((command) => fieldsOf(command).every(({ widget }) => widgetsHere.has(widget)));
  return { here, elsewhere: here.length < known.length };
}

/** What a queued step of one's own leads to, as far as it is sure: a body that has answered may work and finish. */
const leadsTo: Partial<Record<StaffCommandName, readonly StaffCommandName[]>> = {
  acknowledge: ['finish', 'contact'],
  reportIn: ['finish', 'contact'],
};
/** Steps that may be given again and again. */
const repeated: ReadonlySet<StaffCommandName> = new Set(['note', 'contact', 'remind']);
/** Steps after which nothing but remarks is left to the one who took them. */
const last: ReadonlySet<StaffCommandName> = new Set(['finish', 'solveOnTheSpot', 'verify', 'refuseByGate', 'decline']);

/** The commands to offer while one's own earlier steps still wait for the line. The server decides when they arrive. */
export function doableAfter(commands: readonly string[], queued: readonly StaffCommandName[]): readonly string[] {
  if (queued.length === 0) return commands;
  if (queued.some((step) => last.has(step))) return commands.filter((command) => command === 'note');
  const given = new Set<string>(queued.filter((step) => !repeated.has(step)));
  const next = queued.flatMap((step) => leadsTo[step] ?? []);
  return [...new Set([...next, ...commands])].filter((command) => !given.has(command));
}
