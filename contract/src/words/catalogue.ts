import { caseWords } from './cases.ts';
import { clockWords } from './clocks.ts';
import { commandWords } from './commands.ts';
import { deskWords } from './desk.ts';
import { fieldWords } from './field.ts';
import { problemWords } from './problems.ts';
import { residentWords } from './resident.ts';
import { uiWords } from './ui.ts';

/** Every message of the program by id. One file a noun or face; ids of two files never meet (`npm run words`). */
export const words = {
  ...caseWords,
  ...clockWords,
  ...commandWords,
  ...deskWords,
  ...fieldWords,
  ...problemWords,
  ...residentWords,
  ...uiWords,
} as const;
