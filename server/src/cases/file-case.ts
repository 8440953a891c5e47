import { randomBytes } from 'node:crypto';
import type { FileCase, Filed } from '@gezhi/contract/cases/index';
import type { Locale } from '@gezhi/contract/words/index';
import type { Actor } from '@gezhi/domain/access/index';
import {
  type Case,
  caseNumberBytes,
  caseNumberFrom,
  type Channel,
  currentClock,
  decide,
  type FileCommand,
  followCodeBytes,
  followCodeFrom,
  type Reporter,
} from '@gezhi/domain/cases/index';
import { localDateOf } from '@gezhi/domain/time';
import type { Trx } from '../database/index.ts';
import { takeFiles } from '../files/index.ts';
import { type Contact, createSubject } from '../people/index.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { contextOf } from './case-context.ts';
import type { CaseDeps, CountyRules, Directory, Told } from './deps.ts';
import { fileOwner } from './file-row.ts';
import { followHash } from './follow-code.ts';
import { recordNew } from './record-decision.ts';
import { caseRefusal } from './refusals.ts';
import type { Placed } from './place-given.ts';
import { insertFollowCode } from './store.ts';

/** A report with its place found and its words read, ready to be filed in the transaction. */
export interface Filing {
  readonly county: string;
  readonly id: string;
  readonly given: Omit<FileCase, 'place' | 'contact' | 'channel'>;
  readonly channel: Channel;
  readonly place: Placed;
  readonly contact: Contact;
  readonly phoneVerified: boolean;
  /** Of the page on which the resident wrote it. */
  readonly language?: Locale | undefined;
  readonly actor: Actor;
  readonly rules: CountyRules;
  readonly directory: Directory;
  readonly quarantined: boolean;
  readonly parent?: string;
  /** Who raised the case this one was split from. */
  readonly reporter?: Reporter;
}

/** Staff report as themselves, unless they file for somebody who called or has no phone. */
function reporterOf(filing: Filing, subject: string | undefined): Reporter {
  const { actor, channel, given } = filing;
  const forResident = channel === 'resident' || channel === 'hotline' || channel === 'open311' || given.onBehalf;
  if (actor.kind === 'staff' && !forResident) return { kind: 'staff', person: actor.person };
  return { kind: 'resident', ...(subject !== undefined && { subject }), ...(given.onBehalf && { onBehalf: true }) };
}

function commandOf(filing: Filing, number: string, subject: string | undefined): FileCommand {
  const { given, place, rules, county, id, channel, parent } = filing;
  return {
    type: 'file',
    id,
    county,
    number,
    channel,
    reporter: filing.reporter ?? reporterOf(filing, subject),
    category: given.category ?? rules.otherCategory,
    ...(given.kind && { kind: given.kind }),
    ...(given.urgency && { urgency: given.urgency }),
    area: place.area,
    ...(place.point && { point: place.point }),
    ...(place.address !== undefined && { address: place.address }),
    onNoGrid: place.onNoGrid,
    description: given.description.trim(),
    photos: given.photos,
    hideFromHandler: given.hideFromHandler,
    ...(given.about !== undefined && { about: given.about }),
    ...(parent !== undefined && { parent }),
    ...(given.solved && { solved: given.solved }),
  };
}

/** The answer to whoever filed: the follow code in clear, this once. */
export interface FiledCase {
  readonly case: Case;
  readonly followCode: string;
}

/** Files a case: subject, events, projection, follow code and photos, in the transaction given. */
export async function fileCase(deps: CaseDeps, trx: Trx, filing: Filing): Promise<FiledCase | Refusal> {
  const { county, id, rules, contact, place } = filing;
  const now = deps.clock.now();
  const at = new Date(now).toISOString();
  const named = Object.keys(contact).length > 0;
  const number = caseNumberFrom(localDateOf(now, rules.calendar.offsetMinutes), randomBytes(caseNumberBytes));
  const left = {
    county,
    area: place.area,
    caseId: id,
    at,
    phoneVerified: filing.phoneVerified,
    language: filing.language,
    ...contact,
  };
  const subject = named ? await createSubject(trx, deps.keys, left) : undefined;
  const command = commandOf(filing, number, subject?.id);
  const context = await contextOf({ ...filing, places: deps.places, now }, trx, undefined, command);
  const decision = decide(undefined, command, context);
  if (!decision.ok) return caseRefusal(decision.refusal);
  const { case: after, events } = decision;
  const followCode = followCodeFrom(randomBytes(followCodeBytes));
  // Nobody is written to for a report that may be a machine's.
  const withLink = { ...deps, tell: (own: Trx, told: Told) => deps.tell(own, { ...told, followCode }) };
  const { quarantined } = filing;
  await recordNew(subject === undefined || quarantined ? deps : withLink, trx, rules, now, {
    after,
    events,
    quarantined,
  });
  await insertFollowCode(trx, county, id, followHash(deps.keys, followCode));
  const photos = [...filing.given.photos, ...(filing.given.solved?.photos ?? [])];
  const taken = photos.length === 0 ? undefined : await takeFiles(trx, county, photos, fileOwner(decision.case));
  return isRefusal(taken) ? taken : { case: decision.case, followCode };
}

/** What the filer is told. */
export function filedAnswer(
  deps: Pick<CaseDeps, 'places' | 'config'>,
  { case: found, followCode }: FiledCase,
  quarantined: boolean,
): Filed {
  const named = (code: string) => ({ code, name: deps.places.area(code)?.name ?? code });
  const due = currentClock(found)?.dueAt;
  return {
    id: found.id,
    number: found.number,
    state: found.state,
    followCode,
    followUrl: `${deps.config.publicUrl}/f/${followCode}`,
    area: named(found.area),
    desk: named(found.desk),
    ...(due !== undefined && { dueAt: new Date(due).toISOString() }),
    quarantined,
  };
}

/** Refuses a report that nobody served can take. */
export const notServed = (deps: Pick<CaseDeps, 'places'>): Refusal =>
  refuse('case.notServed', {
    params: {
      places: deps.places
        .served()
        .map((area) => area.name)
        .join('、'),
    },
  });
