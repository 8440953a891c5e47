import type { ReporterCommand, StaffCommand } from '@gezhi/contract/cases/index';

/** The matters of the week that become cases; 6 and 11 of the design do not. */
export const matterNames = ['1', '2', '3', '4', '5', '7', '8a', '8b', '9', '10', '12'] as const;
export type MatterName = (typeof matterNames)[number];

/** What somebody reports. */
export interface WeekReport {
  readonly category: string;
  readonly description: string;
  readonly channel: 'resident' | 'hotline' | 'field';
  readonly photos: 0 | 1 | 2;
  readonly urgency?: 'urgent';
  /** Solved on the spot, with what was done. */
  readonly solved?: string;
  /** The resident a clerk writes it down for. */
  readonly onBehalfOf?: string;
  /** WGS 84; in the grid of 丁 where not said. */
  readonly point?: readonly [longitude: number, latitude: number];
}

/** What is done in a step. In commands a body's `org` is its key in the cast, and `into` the name of a matter. */
export type Deed =
  /** Files the matter of the step. */
  | { readonly kind: 'report'; readonly report: WeekReport }
  /** Files from outside every served place: refused, nothing is written. */
  | { readonly kind: 'reportOutside'; readonly report: WeekReport }
  /** By staff with an account. */
  | { readonly kind: 'command'; readonly command: StaffCommand }
  /** By the reporter, with the follow code. */
  | { readonly kind: 'follow'; readonly command: ReporterCommand }
  /** Starts a report at the same place, is shown the matter and says "me too" with a verified phone. */
  | { readonly kind: 'meToo' };

/** One thing that happens in the week. */
export interface WeekStep {
  /** Local minute of 2026, `11-20T09:10`. */
  readonly at: string;
  /** A username of the cast, or a resident. */
  readonly who: string;
  readonly matter: MatterName | 'none';
  readonly does: Deed;
}

/** The instant of a local minute of the week, in milliseconds. */
export const weekInstant = (local: string): number => Date.parse(`2026-${local}:00+08:00`);

const bodyOf = (org: string) => ({ kind: 'org' as const, org });

/** Short ways to say what staff do. */
export const say = {
  accept: { type: 'accept' },
  dispatchTo: (org: string): StaffCommand => ({ type: 'dispatch', lead: bodyOf(org), supporting: [] }),
  summon: (...orgs: string[]): StaffCommand => ({
    type: 'summon',
    bodies: orgs.map(bodyOf),
    summonsKind: 'joint',
    reason: '占道、无照、违停，一家解决不了',
  }),
  acknowledge: { type: 'acknowledge' },
  reportIn: { type: 'reportIn' },
  contact: (note = '已电话联系'): StaffCommand => ({ type: 'contact', note }),
  finish: (note: string): StaffCommand => ({ type: 'finish', note, photos: [] }),
  pass: { type: 'verify', pass: true, note: '现场已看', photos: [] },
  fail: (note: string): StaffCommand => ({ type: 'verify', pass: false, note, photos: [] }),
  judge: (ask: string, upheld: boolean, words: string): StaffCommand => ({ type: 'judge', ask, upheld, words }),
  answer: (order: string, text: string): StaffCommand => ({ type: 'answerSupervision', order, text }),
} as const satisfies Record<string, StaffCommand | ((...given: never[]) => StaffCommand)>;

type Line = readonly [at: string, who: string, does: StaffCommand | ReporterCommand | Deed];

const isDeed = (does: Line[2]): does is Deed => 'kind' in does;
const residents = /^R\d+$/;

/** The lines of one matter as steps. */
export const matter = (name: MatterName | 'none', ...lines: readonly Line[]): readonly WeekStep[] =>
  lines.map(([at, who, does]) => ({ at, who, matter: name, does: isDeed(does) ? does : deedOf(who, does) }));

function deedOf(who: string, command: StaffCommand | ReporterCommand): Deed {
  return residents.test(who)
    ? { kind: 'follow', command: command as ReporterCommand }
    : { kind: 'command', command: command as StaffCommand };
}

/** Filing with what most reports have. */
export const report = (category: string, description: string, more: Partial<WeekReport> = {}): Deed => ({
  kind: 'report',
  report: { category, description, channel: 'resident', photos: 0, ...more },
});
