import { type Locale, localeFrom } from '@gezhi/contract/words/index';
import {
  type AccessDeps,
  type ConsoleAccount,
  createFromConsole,
  type OneTimeLink,
  resetFromConsole,
  unlockFromConsole,
} from '../access/index.ts';
import { problemOf } from '../http/problem.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { type AddCommand, CommandFailed } from './command.ts';
import { withNouns } from './with-nouns.ts';

/** The result, or the command's end with the sentence of the refusal. */
function unlessRefused<T>(result: T | Refusal): T {
  if (!isRefusal(result)) return result;
  const locale: Locale = localeFrom((process.env['LANG'] ?? '').replace('_', '-'));
  const { detail, errors = [] } = problemOf(result, { requestId: 'gezhi', locale });
  throw new CommandFailed([detail, ...errors.map(({ path, message }) => `  ${path}: ${message}`)].join('\n'));
}

function withAccess<T>(work: (deps: AccessDeps) => Promise<T | Refusal>, area?: string): Promise<T> {
  return withNouns(async (base, nouns) => {
    if (area !== undefined && nouns.places.find(area) === undefined)
      throw new CommandFailed(`there is no area ${area}`);
    const { auth, identities, changed } = nouns.access;
    return unlessRefused(await work({ ...base, auth, identities, changed, outbox: nouns.outbox }));
  });
}

function show({ link, expires }: OneTimeLink): void {
  console.log(link);
  console.error(`gezhi: whoever opens this link sets the password; it works once, until ${expires}`);
}

/** `gezhi user create | reset | unlock`: accounts from the machine itself, when nobody can sign in to do it. */
export const addUser: AddCommand = (program) => {
  const user = program.command('user').description('accounts, from the machine itself; each act is put on the record');
  user
    .command('create')
    .requiredOption('--county <code>', 'six-digit code of the county')
    .requiredOption('--name <name>', "the person's name")
    .requiredOption('--username <name>', 'the name to sign in with')
    .option('--role <role>', 'role of the post', 'administrator')
    .option('--area <code>', 'area the post serves; the county where it is left out')
    .description('makes a person with a post and an account, and prints the link with which they begin')
    .action(async (options: Omit<ConsoleAccount, 'area'> & { readonly area?: string }) => {
      const area = options.area ?? options.county;
      show(await withAccess((deps) => createFromConsole(deps, { ...options, area }), area));
    });
  user
    .command('reset')
    .argument('<username>')
    .description('prints a link with which the holder sets a new password')
    .action(async (username: string) => show(await withAccess((deps) => resetFromConsole(deps, username))));
  user
    .command('unlock')
    .argument('<username>')
    .description('unlocks an account and forgets its wrong tries')
    .action(async (username: string) => {
      await withAccess((deps) => unlockFromConsole(deps, username));
      console.log('unlocked');
    });
};
