import { auditCases } from '../cases/index.ts';
import type { AddCommand } from './command.ts';
import { withNouns } from './with-nouns.ts';

/** `gezhi audit verify`: walks every chain of events. */
export const addAudit: AddCommand = (program) => {
  program
    .command('audit')
    .description('checks the history of cases')
    .command('verify')
    .description('walks every chain of events and names the first broken link of each; exit code 1 if there is one')
    .action(async () => {
      const { cases, events, broken } = await withNouns((_base, nouns) =>
        auditCases(
          nouns.cases,
          nouns.places.served().map(({ county }) => county),
        ),
      );
      for (const { county, caseId, seq, reason } of broken)
        console.error(`broken: county ${county} case ${caseId} event ${seq}: ${reason}`);
      console.log(`${cases} cases, ${events} events, ${broken.length} broken`);
      if (broken.length > 0) process.exitCode = 1;
    });
};
