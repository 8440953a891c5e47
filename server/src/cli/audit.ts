import { auditCases, foldDay } from '../cases/index.ts';
import { type AddCommand, CommandFailed } from './command.ts';
import { withNouns } from './with-nouns.ts';

/** `gezhi audit`: walks every chain of events, and folds a day into one hash. */
export const addAudit: AddCommand = (program) => {
  const audit = program.command('audit').description('checks the history of cases');
  audit
    .command('verify')
    .description('walks every chain of events and names the first broken link of each; exit code 1 if there is one')
    .action(async () => {
      const { cases, events, broken } = await withNouns((_base, nouns) =>
        auditCases(
          nouns.cases,
          nouns.places.served().map(({ county }) => county),
        ),
      );
      for (const { county, caseId, seq, reason } of broken) {
        console.error(`broken: county ${county} case ${caseId} event ${seq}: ${reason}`);
      }
      console.log(`${cases} cases, ${events} events, ${broken.length} broken`);
      if (broken.length > 0) process.exitCode = 1;
    });
  audit
    .command('root')
    .requiredOption('--day <date>', 'a day that is over, such as 2026-11-20')
    .description('folds the day into one hash of each county, to be published; made again it is compared')
    .action(async ({ day }: { day: string }) => {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new CommandFailed('--day must be a date such as 2026-11-20');
      await withNouns(async (_base, nouns) => {
        for (const { county } of nouns.places.served()) {
          const { root, cases, agrees } = await foldDay(nouns.cases, county, day);
          console.log(`${county} ${day} ${root} ${cases} cases${agrees ? '' : '  DOES NOT AGREE WITH THE EVENTS'}`);
          if (!agrees) process.exitCode = 1;
        }
      });
    });
};
