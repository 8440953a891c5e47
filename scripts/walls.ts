/**
 * The walls of the house as data for the linter: which imports a file may not have, room by room (docs/adr/0001).
 * A later entry replaces an earlier one for the files it names, so every entry carries its whole list.
 */
import { followedByNoneOf, startingWithNoneOf } from './import-pattern.ts';

interface Refused {
  readonly regex: string;
  readonly message: string;
  readonly allowTypeImports?: boolean;
}

interface Wall {
  readonly files: readonly string[];
  readonly refused: readonly Refused[];
}

/** The nouns, the same in every room and in the API, and the rules that all of them read. */
const nouns = [
  'places',
  'people',
  'access',
  'rules',
  'cases',
  'tasks',
  'lists',
  'meetings',
  'notices',
  'assessment',
  'insight',
  'gateways',
] as const;

const anyNoun = `(?:${nouns.join('|')})/`;

const deepNoun: readonly Refused[] = [
  {
    // testing.ts is what a noun's tests offer to the tests of others.
    regex: followedByNoneOf(`(?:\\.\\./)+${anyNoun}`, ['index.ts', 'testing.ts']),
    message: "Another noun is reached through its index.ts only ('../places/index.ts').",
  },
  {
    regex: followedByNoneOf(`@gezhi/[a-z]+/${anyNoun}`, ['index']),
    message: "A noun of another room is reached through its index only ('@gezhi/domain/places/index').",
  },
];

function room(name: string): Refused {
  return { regex: `^(?:\\.\\./)+${name}/|^@gezhi/${name}(?:/|$)`, message: `Nothing here may reach into ${name}/.` };
}

/** Packages without I/O, clock or randomness of their own, that domain/ may stand on. */
const pure = ['.', 'chinese-days', 'flatbush', 'gcoord', 'polygon-clipping'];
const testing = ['vitest', 'fast-check', 'node:'];

function only(allowed: readonly string[], message: string): Refused {
  return { regex: startingWithNoneOf(allowed), message };
}

const domainPackages = 'domain/ is pure: it imports nothing but domain/ and the libraries listed in scripts/walls.ts.';
const contractPackages = 'contract/ imports nothing but domain/ and zod (words/ also the message compiler).';
const contractMay = ['.', '@gezhi/domain/', 'zod'];
const wordsMay = [...contractMay, '@lingui/'];

/** What SQL modules may know: the domain, the contract, the query builder and the transaction they are given. */
const storage: readonly Refused[] = [
  ...deepNoun,
  room('web'),
  room('world'),
  { regex: '(?:^|/)routes\\.ts$', message: 'Storage never imports routes.' },
  { regex: `^(?:\\.\\./)+${anyNoun}`, message: 'Storage never imports the use cases of another noun.' },
  { regex: '^\\./(?:[a-z]+)-(?:[a-z-]+)\\.ts$', message: 'Storage never imports a use case (<verb>-<noun>.ts).' },
  { regex: '(?:^|/)(?:jobs|cli)/|(?:^|/)(?:deps|main)\\.ts$', message: 'Storage knows no jobs, commands or deps.' },
  // The position of a page is a type of http/ that a list query has to know.
  { regex: '(?:^|/)http/', message: 'Storage knows no HTTP but its types.', allowTypeImports: true },
  {
    regex: '^(?:pg|pg-boss|@electric-sql/.*)$|/database/(?:open|connected|postgres|pglite|lock|statements)',
    message: 'Storage takes the transaction it is given: the outer connection inside a transaction hangs PGlite.',
  },
];

const faces = ['resident', 'field', 'desk', 'screen'] as const;

function face(name: (typeof faces)[number]): Wall {
  const others = faces.filter((other) => other !== name).join('|');
  const sideways = {
    regex: `^(?:\\.\\./)+(?:${others})/`,
    message: 'A face does not import another face: what they share lives in ui/.',
  };
  return { files: [`web/src/${name}/**`], refused: [room('server'), room('world'), sideways] };
}

const towardsFaces = {
  regex: `^(?:\\.\\./)+(?:${faces.join('|')})/`,
  message: 'What the faces share imports no face.',
};

export const walls: readonly Wall[] = [
  { files: ['domain/src/**'], refused: [...deepNoun, only(pure, domainPackages)] },
  { files: ['domain/src/**/*.test.ts'], refused: [...deepNoun, only([...pure, ...testing], domainPackages)] },
  { files: ['contract/src/**'], refused: [...deepNoun, only(contractMay, contractPackages)] },
  { files: ['contract/src/words/**'], refused: [...deepNoun, only(wordsMay, contractPackages)] },
  { files: ['contract/src/**/*.test.ts'], refused: [...deepNoun, only([...wordsMay, ...testing], contractPackages)] },
  { files: ['server/src/**'], refused: [...deepNoun, room('web'), room('world')] },
  { files: ['server/src/**/store.ts', 'server/src/**/*-store.ts'], refused: storage },
  { files: ['web/src/**'], refused: [room('server'), room('world'), towardsFaces] },
  ...faces.map(face),
  { files: ['world/src/**'], refused: [...deepNoun, room('server'), room('web')] },
];
