import { sessionRoutes } from '@gezhi/contract/access/routes';
import type { Session } from '@gezhi/contract/access/shapes';
import { caseRoutes } from '@gezhi/contract/cases/index';
import { noticeRoutes } from '@gezhi/contract/notices/index';
import { peopleRoutes } from '@gezhi/contract/people/index';
import { areaRoutes, placeRoutes } from '@gezhi/contract/places/index';
import type { Route } from '@gezhi/contract/route';
import { ruleRoutes } from '@gezhi/contract/rules/index';
import type { QueryClient } from '@tanstack/react-query';
import type { Read } from '../../api/query.ts';
import { keyOf, problemOf } from '../../api/query.ts';
import { phone } from './phone.ts';
import type { StoredAnswer } from './phone.ts';

/** What can be read without a line. Numbers shown for a stated purpose, searches and positions are not kept. */
const kept: ReadonlySet<string> = new Set(
  (
    [
      sessionRoutes.whoAmI,
      caseRoutes.list,
      caseRoutes.map,
      caseRoutes.get,
      placeRoutes.map,
      areaRoutes.getArea,
      areaRoutes.areaNames,
      peopleRoutes.listPeople,
      peopleRoutes.listOrganisations,
      peopleRoutes.getOrganisation,
      ruleRoutes.inForce,
      ruleRoutes.categories,
      noticeRoutes.list,
    ] as readonly Route[]
  ).map(({ name }) => name),
);

const sessionKey = keyOf(sessionRoutes.whoAmI, {});
/** Older answers say nothing any more. */
const keptMs = 14 * 86_400_000;
/** A phone's store may answer late or never, as WebKit's has: the app does not wait for it any longer than this. */
const patienceMs = 4000;

const nameOf = (owner: string, key: readonly unknown[]): string => `${owner} ${JSON.stringify(key)}`;

/** Whether an answer under the key is kept on the phone. */
export function isKept(key: readonly unknown[]): boolean {
  const [route, input] = key;
  if (typeof route !== 'string' || !kept.has(route)) return false;
  const query = typeof input === 'object' && input !== null && 'query' in input ? input.query : input;
  return typeof query !== 'object' || query === null || !('q' in query);
}

/** Which of the answers kept are good to start with: those of one person whose session still holds. */
export function goodToStart(answers: readonly StoredAnswer[], now: number): readonly StoredAnswer[] {
  const sessions = answers.filter(({ key }) => key[0] === sessionRoutes.whoAmI.name);
  const last = sessions.toSorted((a, b) => b.at - a.at)[0];
  const session = (last?.data as Read<Session> | undefined)?.value;
  if (session === undefined || Date.parse(session.expires) <= now) return [];
  return answers.filter(({ owner, at }) => owner === session.person.id && now - at < keptMs);
}

/**
 * Puts what the phone kept into the cache, as old: it is shown at once and read again when the line is up. Settles when
 * that is done or has taken too long; what comes later still fills what is missing.
 */
export async function hydrate(client: QueryClient): Promise<void> {
  client.setDefaultOptions({
    // The browser's own word on being offline is often wrong: every read is tried, and fails by itself.
    queries: { ...client.getDefaultOptions().queries, networkMode: 'always', gcTime: Number.POSITIVE_INFINITY },
    mutations: { ...client.getDefaultOptions().mutations, networkMode: 'always' },
  });
  const never = new Promise((resolve) => setTimeout(resolve, patienceMs));
  await Promise.race([putKept(client), never]);
}

async function putKept(client: QueryClient): Promise<void> {
  try {
    const answers = await (await phone()).getAll('answers');
    const { data: read, error } = client.getQueryState<Read<Session>>(sessionKey) ?? {};
    // It came late and the server has answered meanwhile: nobody is signed in, or somebody else is.
    if (problemOf(error)?.status === 401) return;
    for (const { owner, key, data } of goodToStart(answers, Date.now())) {
      if (read !== undefined && read.value.person.id !== owner) return;
      if (client.getQueryData(key) !== undefined) continue;
      // However young, it is read again: what happened while the app was closed nobody told it.
      client.setQueryData([...key], data, { updatedAt: 1 });
    }
  } catch {
    // Nothing is kept here; the app starts with the line.
  }
}

/** Keeps every answer of the kinds above as it comes in. Answers how to stop. */
export function keepAnswers(client: QueryClient): () => void {
  return client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual === true) return;
    const { queryKey, state } = event.query;
    if (!isKept(queryKey)) return;
    const owner = client.getQueryData<Read<Session>>(sessionKey)?.value.person.id;
    if (owner !== undefined) void keep({ owner, key: queryKey, data: state.data, at: Date.now() });
  });
}

async function keep(answer: StoredAnswer): Promise<void> {
  try {
    await (await phone()).put('answers', answer, nameOf(answer.owner, answer.key));
  } catch {
    // No room: what people took themselves matters more.
  }
}

/** Forgets every answer, the pictures too: on signing out, and what is another's when somebody else signs in. */
export async function forgetAnswers(except?: string): Promise<void> {
  try {
    const tx = (await phone()).transaction('answers', 'readwrite');
    const names = await tx.store.getAllKeys();
    const gone = names.filter((name) => except === undefined || !name.startsWith(`${except} `));
    await Promise.all([...gone.map((name) => tx.store.delete(name)), tx.done]);
    if (gone.length > 0) await caches.delete('gezhi-pictures');
  } catch {
    // Nothing is kept here.
  }
}
