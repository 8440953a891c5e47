import { staffCommands } from '@gezhi/contract/cases/index';
import type { StaffCommandName } from '@gezhi/contract/cases/index';
import { fieldsOf } from '../../ui/cases/command-fields.ts';
import type { Widget } from '../../ui/cases/command-fields.ts';

/** What a phone asks for well. Choosing bodies, categories or other cases is the desk's. */
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
