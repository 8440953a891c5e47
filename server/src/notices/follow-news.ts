import { words } from '@gezhi/contract/words/catalogue';
import { isWordId, type Locale } from '@gezhi/contract/words/index';
import { type Case, type CaseEvent, type CaseFault, fold, isOpen } from '@gezhi/domain/cases/index';
import { type News, newsOf } from '@gezhi/domain/notices/index';
import type { RuleName } from '@gezhi/domain/rules/index';
import type { Trx } from '../database/index.ts';
import type { Deps } from '../deps.ts';
import { clearFaultsOfCase, raiseFault } from '../insight/index.ts';
import { appendLive } from '../live/index.ts';
import { categoriesAt } from '../rules/index.ts';
import { type CaseLine, getCaseLines, listMergedInto, listSupporterSubjects, readHistories } from './case-store.ts';
import { alertDevices } from './push/index.ts';
import { insertNotices } from './store.ts';
import { nextStep } from './next-step.ts';
import { followCodeIn, type Told } from './tell.ts';
import { onceEach, verifiersOf } from './whom.ts';
import { writeLetter } from './write-messages.ts';

type Has = Pick<Deps, 'db' | 'keys' | 'jobs' | 'newId' | 'config'>;

interface Following {
  readonly deps: Has;
  readonly trx: Trx;
  readonly county: string;
  readonly after: Case;
  readonly line: CaseLine;
  readonly personsOf: ReturnType<typeof onceEach>;
  /** Notices of all news told in the transaction: they are added together at its end. */
  readonly notices: NewNotice[];
}

type NewNotice = Parameters<typeof insertNotices>[1][number];

/**
 * Tells what new events of cases are to be told, and puts the faults among them on the administrator's page: one
 * transaction for each county. Done twice it changes nothing.
 */
export async function followNews(deps: Has, all: readonly Told[]): Promise<void> {
  for (const [county, told] of Map.groupBy(all, (one) => one.county))
    await deps.db.transaction({ county, system: true }, (trx) => followIn(deps, trx, county, told));
}

async function followIn(deps: Has, trx: Trx, county: string, all: readonly Told[]): Promise<void> {
  const ids = [...new Set(all.map(({ caseId }) => caseId))];
  const histories = await readHistories(trx, county, ids);
  const lines = await getCaseLines(trx, county, ids);
  const shared = { deps, trx, county, personsOf: onceEach(trx, county), notices: [] };
  // Jobs come in any order; what happened to one case is told in its own.
  for (const told of all.toSorted((a, b) => a.fromSeq - b.fromSeq)) {
    const history = (histories.get(told.caseId) ?? []).slice(0, told.toSeq);
    const line = lines.get(told.caseId);
    // A county that was removed meanwhile has nobody left to tell.
    if (line === undefined || history.length === 0) continue;
    await followOne({ ...shared, after: fold(history), line }, told, history);
  }
  await addNotices(shared);
}

async function followOne(following: Following, told: Told, history: readonly CaseEvent[]): Promise<void> {
  const { fromSeq } = told;
  const fresh = history.slice(fromSeq);
  const before = fromSeq === 0 ? undefined : fold(history.slice(0, fromSeq));
  await sendLink(following, followCodeIn(following.deps, told));
  for (const news of newsOf(before, fresh)) {
    await tellStaff(following, news);
    await tellResidents(following, news);
  }
  await followFaults(following, fresh);
}

/** The staff a piece of news is for, without whoever brought it about. */
async function staffFor({ trx, after, line, personsOf }: Following, { to, at, by }: News): Promise<readonly string[]> {
  const persons = async (): Promise<readonly string[]> => {
    switch (to.kind) {
      case 'body':
        return personsOf(to.body, at);
      case 'verifiers':
        return verifiersOf(trx, after, at);
      case 'person':
        return [to.person];
      case 'reporter':
        return line.reporterPerson === null ? [] : [line.reporterPerson];
      case 'mergedReporters':
      case 'supporters':
        return [];
    }
  };
  return [...new Set(await persons())].filter((person) => person !== by);
}

async function tellStaff(following: Following, news: News): Promise<void> {
  const { deps, county, line, notices } = following;
  const persons = await staffFor(following, news);
  notices.push(
    ...persons.map((person) => ({
      county,
      id: deps.newId(),
      person,
      news: `${line.id}.${news.seq}.${news.kind}`,
      kind: news.kind,
      case_id: line.id,
      number: line.number,
      category: line.category,
      detail: news.values,
      at: new Date(news.at).toISOString(),
    })),
  );
}

/** Adds what was gathered; those whose notice is new hear of it at once. */
async function addNotices({ deps, trx, county, notices }: Omit<Following, 'after' | 'line'>): Promise<void> {
  const kinds = new Map(notices.map(({ id, kind }) => [id, kind]));
  const added = await insertNotices(trx, notices);
  await appendLive(
    trx,
    ...added.map(({ id, person }) => ({
      county,
      kind: 'notice.new',
      ref: id,
      person,
      data: { kind: kinds.get(id) ?? '' },
    })),
  );
  await alertDevices(deps, trx, county, added);
}

/** Whom a piece of news reaches outside: the subject, and the case it is theirs about. */
async function readersOf(
  { trx, county, line }: Following,
  { to }: News,
): Promise<readonly { readonly subject: string; readonly about: CaseLine }[]> {
  const own = (about: CaseLine) => (about.subject === null ? [] : [{ subject: about.subject, about }]);
  switch (to.kind) {
    case 'reporter':
      return own(line);
    case 'mergedReporters':
      return (await listMergedInto(trx, county, line.id)).flatMap(own);
    case 'supporters':
      return (await listSupporterSubjects(trx, county, line.id)).map((subject) => ({ subject, about: line }));
    case 'body':
    case 'verifiers':
    case 'person':
      return [];
  }
}

async function tellResidents(following: Following, news: News): Promise<void> {
  const { deps, trx, county, line } = following;
  const letter = `message.${news.to.kind === 'supporters' ? 'supportedClosed' : news.kind}`;
  const readers = await readersOf(following, news);
  if (readers.length === 0) return;
  if (!isWordId(letter)) throw new Error(`residents are told of ${news.kind}, which has no words for them`);
  const categories = await categoriesAt(trx, county, news.at);
  const known = new Map<Locale, Promise<string>>();
  const nextIn = (locale: Locale): Promise<string> => {
    const next = known.get(locale) ?? nextStep(trx, locale, following.after);
    known.set(locale, next);
    return next;
  };
  for (const { subject, about } of readers) {
    await writeLetter(deps, trx, {
      county,
      subject,
      caseId: about.id,
      area: about.area,
      news: `${line.id}.${news.seq}.${news.kind}`,
      words: letter,
      values: async (locale) => ({
        number: about.number,
        words: news.values.words ?? '',
        next: await nextIn(locale),
      }),
      category: matterName(categories, about.category),
      at: new Date(news.at).toISOString(),
    });
  }
}

/** What a message calls a matter: its category, but not "other", which says nothing. The reporter's words are not for text messages. */
function matterName({ all, everyday, byCode }: Awaited<ReturnType<typeof categoriesAt>>, code: string): RuleName {
  // The short list ends with "something else".
  const other = everyday.at(-1) ?? all.at(-1);
  if (code === other?.code) return words['message.matter'];
  return byCode.get(code)?.name ?? { zh: code };
}

/** Tells whoever reported that it has arrived: who has it by when, and the link to follow it by. */
async function sendLink({ deps, trx, county, after, line }: Following, code: string | undefined): Promise<void> {
  if (code === undefined || line.subject === null) return;
  const categories = await categoriesAt(trx, county, after.reportedAt);
  await writeLetter(deps, trx, {
    county,
    subject: line.subject,
    caseId: line.id,
    area: line.area,
    news: `${line.id}.1.received`,
    words: 'message.received',
    values: async (locale) => ({
      number: line.number,
      next: await nextStep(trx, locale, after),
      link: `${deps.config.publicUrl}/f/${code}`,
    }),
    secret: true,
    category: matterName(categories, line.category),
    at: new Date(after.reportedAt).toISOString(),
  });
}

/** Counted from the cases themselves, for all of them together. */
const counted: readonly CaseFault[] = ['noDutyRow', 'onNoGrid'];

async function followFaults({ trx, county, after, line }: Following, fresh: readonly CaseEvent[]): Promise<void> {
  // What was brought in is as its source left it: nobody here can put it right.
  const raised = fresh.some(({ type }) => type === 'imported') ? [] : fresh;
  for (const event of raised) {
    if (event.type !== 'faultRaised' || counted.includes(event.fault)) continue;
    const detail = event.detail === undefined ? {} : { detail: event.detail };
    const { id: caseId, area } = line;
    await raiseFault(trx, { county, kind: event.fault, ref: caseId, caseId, area, detail, at: event.at });
  }
  // Whatever a case lacked, once nobody owes anything on it nothing is missing.
  if (!isOpen(after.state)) await clearFaultsOfCase(trx, county, line.id, new Date(after.updatedAt).toISOString());
}
