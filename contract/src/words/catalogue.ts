import { accessWords } from './access.ts';
import { caseWords } from './cases.ts';
import { caseProblemWords } from './case-problems.ts';
import { caseSheetWords } from './case-sheet.ts';
import { clockWords } from './clocks.ts';
import { commandWords } from './commands.ts';
import { deskCaseWords } from './desk-cases.ts';
import { deskListWords } from './desk-list.ts';
import { formWords } from './forms.ts';
import { historyWords } from './history.ts';
import { deskNoticeWords } from './desk-notices.ts';
import { deskRegisterWords } from './desk-registers.ts';
import { deskRuleWords } from './desk-rules.ts';
import { deskFigureWords } from './desk-figures.ts';
import { deskPageWords } from './desk-pages.ts';
import { deskPeopleWords } from './desk-people.ts';
import { deskPlaceWords } from './desk-places.ts';
import { deskSheetWords } from './desk-sheets.ts';
import { deskWords } from './desk.ts';
import { entryWords } from './entry.ts';
import { fieldWords } from './field.ts';
import { open311Words } from './open311.ts';
import { peopleWords } from './people.ts';
import { placeWords } from './places.ts';
import { insightWords } from './insight.ts';
import { noticeWords } from './notices.ts';
import { problemWords } from './problems.ts';
import { registerWords } from './registers.ts';
import { residentWords } from './resident.ts';
import { residentFollowWords } from './resident-follow.ts';
import { ruleNameWords } from './rule-names.ts';
import { ruleProblemWords } from './rule-problems.ts';
import { sheetWords } from './sheets.ts';
import { uiWords } from './ui.ts';

/** Every message of the program by id. One file a noun or face; ids of two files never meet (`npm run words`). */
export const words = {
  ...accessWords,
  ...caseWords,
  ...caseProblemWords,
  ...caseSheetWords,
  ...clockWords,
  ...commandWords,
  ...deskCaseWords,
  ...deskListWords,
  ...formWords,
  ...historyWords,
  ...deskNoticeWords,
  ...deskRegisterWords,
  ...deskRuleWords,
  ...deskFigureWords,
  ...deskPageWords,
  ...deskPeopleWords,
  ...deskPlaceWords,
  ...deskSheetWords,
  ...deskWords,
  ...entryWords,
  ...fieldWords,
  ...open311Words,
  ...peopleWords,
  ...placeWords,
  ...insightWords,
  ...noticeWords,
  ...problemWords,
  ...registerWords,
  ...residentWords,
  ...residentFollowWords,
  ...ruleNameWords,
  ...ruleProblemWords,
  ...sheetWords,
  ...uiWords,
} as const;
