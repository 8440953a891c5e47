/** What a body or a post may leave behind that somebody else has to take. */
export const openDutyKinds = [
  /** A post held in the body. */
  'post',
  /** A work order the body owes on a case. */
  'workOrder',
  /** A row of the duty list that names the body. */
  'dutyRow',
  /** A turn on the roster of the body's desk. */
  'turn',
  /** A place in a body of others. */
  'membership',
  /** A body that stands under it. */
  'child',
] as const;
export type OpenDutyKind = (typeof openDutyKinds)[number];

/** One duty by name, as a preview lists it and a command hands it on. */
export interface DutyRef {
  readonly kind: OpenDutyKind;
  readonly id: string;
}

/** Who takes one duty: a body, or nobody, which ends it (only what may end: a post, a turn, a membership). */
export interface HandOver extends DutyRef {
  readonly to?: string | undefined;
}

/** Kinds that nobody may drop: work owed to residents, rows by which work is found, and bodies below. */
export const mustBeTaken: readonly OpenDutyKind[] = ['workOrder', 'dutyRow', 'child'];

const keyOf = ({ kind, id }: DutyRef): string => `${kind}:${id}`;

/** What became of a plan to hand duties on. */
export type HandOverPlan =
  | { readonly ok: true; readonly takes: readonly (HandOver & { readonly name: string })[] }
  | {
      readonly ok: false;
      readonly code: 'handOver.unknown' | 'handOver.doubled' | 'handOver.missing' | 'handOver.mustBeTaken';
      readonly duty: string;
    };

/**
 * Joins the duties that are open now with who takes each. Every duty must be named, unless `byDefault` takes what is
 * not; a duty named that is not open (any more) is refused, so that nothing is handed on unseen.
 * @param byDefault the successor of a merge
 */
export function planHandOver(
  open: readonly (DutyRef & { readonly name: string })[],
  given: readonly HandOver[],
  byDefault?: string,
): HandOverPlan {
  const known = new Set(open.map(keyOf));
  const named = new Map<string, HandOver>();
  for (const one of given) {
    const key = keyOf(one);
    if (!known.has(key)) return { ok: false, code: 'handOver.unknown', duty: one.id };
    if (named.has(key)) return { ok: false, code: 'handOver.doubled', duty: one.id };
    named.set(key, one);
  }
  const takes: (HandOver & { readonly name: string })[] = [];
  for (const duty of open) {
    const said = named.get(keyOf(duty));
    if (said === undefined && byDefault === undefined) return { ok: false, code: 'handOver.missing', duty: duty.name };
    const to = said === undefined ? byDefault : said.to;
    if (to === undefined && mustBeTaken.includes(duty.kind))
      return { ok: false, code: 'handOver.mustBeTaken', duty: duty.name };
    takes.push({ kind: duty.kind, id: duty.id, name: duty.name, ...(to === undefined ? {} : { to }) });
  }
  return { ok: true, takes };
}
