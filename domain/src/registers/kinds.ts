/** What a field of an entry holds. Codes of areas, ids of places, organisations and posts are checked by the server. */
export type FieldType =
  | 'text'
  | 'longText'
  | 'choice'
  | 'number'
  | 'flag'
  | 'area'
  | 'role'
  | 'org'
  | 'post'
  | 'servicePlace';

/** One field of a kind of entry. */
export interface RegisterField {
  readonly name: string;
  readonly type: FieldType;
  readonly needed?: boolean;
  /** Codes of a choice. */
  readonly choices?: readonly string[];
  /** Of a number: least and most. */
  readonly least?: number;
  readonly most?: number;
}

/** Whether an entry names something: it must, it may, it does not. */
export type Part = 'needed' | 'may' | 'no';

/** A kind of entry: whom it names, how long it holds, and its own fields. Form, sheet and checks are made from it. */
export interface RegisterKind {
  readonly code: string;
  readonly person: Part;
  readonly org: Part;
  readonly household: Part;
  /** When it ends or expires. */
  readonly to: Part;
  /** Of these, at least one is named: the person, the organisation or a field of the kind. */
  readonly oneOf?: readonly string[];
  /** Shown to the person and to those who edit people only. */
  readonly confidential: boolean;
  readonly fields: readonly RegisterField[];
}

const defaults = { person: 'no', org: 'no', household: 'no', to: 'may', confidential: false } as const;

const define = <Code extends string>(
  code: Code,
  more: Partial<Omit<RegisterKind, 'code'>> & Pick<RegisterKind, 'fields'>,
): RegisterKind & { readonly code: Code } => ({ ...defaults, code, ...more });

const text = (name: string, needed = false): RegisterField => ({ name, type: 'text', needed });
const longText = (name: string, needed = false): RegisterField => ({ name, type: 'longText', needed });
const choice = (name: string, choices: readonly string[]): RegisterField => ({
  name,
  type: 'choice',
  needed: true,
  choices,
});
const flag = (name: string): RegisterField => ({ name, type: 'flag' });
const hours = (most: number): RegisterField => ({ name: 'hours', type: 'number', needed: true, least: 0, most });

/** Ranks of a responsibility, the first answering before all others. */
export const responsibilityRanks = ['first', 'inCharge', 'lead', 'cooperating'] as const;

/** Every kind of entry. There is none for a trait of a resident, and no free kind by which one could be made. */
export const registerKinds = [
  define('pairing', {
    org: 'needed',
    fields: [choice('how', ['sponsor', 'joint', 'partner']), longText('duties')],
  }),
  define('dualRegistration', {
    person: 'needed',
    org: 'may',
    fields: [{ name: 'unitArea', type: 'area' }, flag('stairwellHead'), longText('duties')],
  }),
  define('serviceHours', {
    person: 'needed',
    org: 'may',
    to: 'no',
    fields: [hours(24), text('what', true), choice('as', ['dual', 'volunteer', 'publicist', 'other'])],
  }),
  define('teamMember', { person: 'needed', org: 'needed', fields: [choice('part', ['leader', 'member'])] }),
  define('courier', {
    person: 'needed',
    org: 'may',
    fields: [text('company'), { name: 'point', type: 'servicePlace' }],
  }),
  define('anchorHousehold', {
    person: 'may',
    household: 'may',
    oneOf: ['person', 'post'],
    fields: [text('name', true), { name: 'post', type: 'post' }],
  }),
  define('responsibility', {
    person: 'may',
    org: 'may',
    household: 'may',
    oneOf: ['person', 'org'],
    fields: [
      choice('scheme', ['area', 'buildings', 'households', 'partyLiaison', 'contactGrid']),
      choice('rank', responsibilityRanks),
      text('what'),
      longText('duties'),
    ],
  }),
  define('recruitment', {
    person: 'may',
    to: 'no',
    confidential: true,
    fields: [
      text('candidate', true),
      choice('route', ['public', 'assigned', 'recommended']),
      choice('stage', ['applied', 'interview', 'review', 'trial', 'appointed', 'declined']),
      { name: 'role', type: 'role' },
      longText('note'),
    ],
  }),
  define('secondment', {
    person: 'needed',
    org: 'may',
    to: 'needed',
    fields: [{ name: 'toOrg', type: 'org' }, text('reason', true)],
  }),
  define('reserve', {
    person: 'needed',
    confidential: true,
    fields: [{ name: 'role', type: 'role', needed: true }, longText('note')],
  }),
  define('training', {
    person: 'needed',
    fields: [
      choice('occasion', ['beforePost', 'rotation', 'drill']),
      text('course', true),
      hours(1_000),
      flag('passed'),
    ],
  }),
  define('commendation', {
    person: 'may',
    org: 'may',
    to: 'no',
    oneOf: ['person', 'org'],
    fields: [text('title', true), text('by'), longText('reason')],
  }),
  define('appraisal', {
    person: 'needed',
    to: 'no',
    confidential: true,
    fields: [text('period', true), longText('note', true)],
  }),
  define('exit', {
    person: 'needed',
    to: 'no',
    confidential: true,
    fields: [choice('reason', ['resigned', 'transferred', 'retired', 'termEnded', 'unfit', 'other']), longText('note')],
  }),
] as const;

export type RegisterKindCode = (typeof registerKinds)[number]['code'];

/** Codes of every kind, for schemas. */
export const registerKindCodes = registerKinds.map(({ code }) => code) as [RegisterKindCode, ...RegisterKindCode[]];

/** The kinds whose end is looked after: what expires soon is one list. */
export const expiringKinds: readonly RegisterKindCode[] = [
  'pairing',
  'training',
  'secondment',
  'responsibility',
  'dualRegistration',
];

/** A kind by its code. */
export function registerKind(code: RegisterKindCode): RegisterKind {
  const found = registerKinds.find((kind) => kind.code === code);
  if (found === undefined) throw new RangeError(`no register of kind ${code}`);
  return found;
}
