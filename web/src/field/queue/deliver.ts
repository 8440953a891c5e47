import type { Filed, CaseView } from '@gezhi/contract/cases/index';
import type { PhotoShelf } from '../kept/photos.ts';
import { bodyOf } from './body.ts';
import type { Arrived, Item, Outcome } from './item.ts';
import { anew, reasonOf, uploadPhoto } from './upload-photo.ts';

/** A try gives up by itself after this; well before others count it as lost. */
const requestMs = 45_000;

interface Delivery {
  readonly shelf: PhotoShelf;
  /** Language of what the server answers. */
  readonly locale: string;
  /** Keeps the body as it goes out for the first time. Throws where it cannot: then nothing has gone out. */
  readonly freeze: (item: Item, body: string) => Promise<void>;
  /** Epoch ms on this phone. */
  readonly now: () => number;
  readonly send?: (path: string, init: RequestInit) => Promise<Response>;
}

/** Steps that stay true whatever somebody else did to the case meanwhile: they go again on the version it has now. */
const standing: ReadonlySet<string> = new Set(['note', 'contact', 'acknowledge', 'reportIn', 'moving', 'arrived']);

/** History lines that only move clocks change nothing of what somebody saw. */
const ofClocks: ReadonlySet<string> = new Set([
  'clockStarted',
  'clocksHalted',
  'clockMoved',
  'clockStopped',
  'clockEnded',
]);

const browserSend = (path: string, init: RequestInit): Promise<Response> =>
  fetch(path, { credentials: 'same-origin', cache: 'no-store', ...init, signal: AbortSignal.timeout(requestMs) });

/** One try: its photos, then itself. Never throws. */
export async function deliver(item: Item, delivery: Delivery): Promise<Outcome> {
  try {
    const ids = await photosOf(item, delivery);
    if ('kind' in ids) return ids;
    const body = item.frozen ?? JSON.stringify(bodyOf(item, ids.bySlot, delivery.now()));
    if (item.frozen === undefined) await delivery.freeze(item, body);
    return await post(item, body, delivery);
  } catch {
    // No line, or no room to note how far it has come: nothing of the request itself has gone out.
    return { kind: 'lost', may: false };
  }
}

async function photosOf(
  item: Item,
  { shelf, send = browserSend }: Delivery,
): Promise<Outcome | { readonly bySlot: Readonly<Record<string, readonly string[]>> }> {
  const found: Record<string, string[]> = {};
  for (const [slot, refs] of Object.entries(item.photos)) {
    const ids: string[] = [];
    for (const { key } of refs) {
      const photo = await shelf.get(key);
      if (photo === undefined) continue;
      const ended = await uploadPhoto(photo, shelf.put, send);
      if (ended.kind === 'done') ids.push(ended.id);
      else return ended.kind === 'lost' ? { kind: 'lost', may: false } : ended;
    }
    found[slot] = ids;
  }
  return { bySlot: found };
}

async function post(item: Item, body: string, delivery: Delivery): Promise<Outcome> {
  const { send = browserSend, locale } = delivery;
  const { work } = item;
  const path = work.kind === 'report' ? '/api/cases' : `/api/cases/${encodeURIComponent(work.caseId)}/commands`;
  const headers = {
    accept: 'application/json',
    'accept-language': locale,
    'content-type': 'application/json',
    'idempotency-key': item.key,
    ...(work.kind === 'command' && { 'if-match': `"${work.version}"` }),
  };
  let response: Response;
  try {
    response = await send(path, { method: 'POST', headers, body });
  } catch {
    return { kind: 'lost', may: true };
  }
  if (response.ok) return sentBy(item, response);
  if (response.status === 401) return { kind: 'signedOut' };
  if (response.status === 429 || response.status === 503) {
    const seconds = Number(response.headers.get('retry-after') ?? 10);
    return {
      kind: 'lost',
      may: response.status === 503,
      waitMs: Math.min(120, Number.isFinite(seconds) ? seconds : 10) * 1000,
    };
  }
  const reason = await reasonOf(response);
  if (response.status >= 500) return { kind: 'fault', reason };
  if (reason.code === 'file.unknown') return photosAgain(item, delivery, reason);
  const moved = response.status === 412 ? await movedOnly(item, delivery) : undefined;
  return moved ?? { kind: 'refused', reason };
}

async function sentBy(item: Item, response: Response): Promise<Outcome> {
  try {
    const answer = (await response.json()) as Filed | CaseView;
    return { kind: 'sent', arrived: arrivedFrom(item, answer) };
  } catch {
    // It broke off within the answer: the next try is told the same.
    return { kind: 'lost', may: true };
  }
}

function arrivedFrom(item: Item, answer: Filed | CaseView): Arrived {
  const { id, number, desk } = answer;
  return {
    caseId: id,
    number,
    desk: desk.name,
    ...(item.work.kind === 'command' && 'version' in answer && { version: answer.version }),
    ...('followUrl' in answer && { followUrl: answer.followUrl }),
  };
}

/** The server forgets photos that no case took for a week. */
async function photosAgain(
  item: Item,
  { shelf }: Delivery,
  reason: Awaited<ReturnType<typeof reasonOf>>,
): Promise<Outcome> {
  for (const { key } of Object.values(item.photos).flat()) {
    const photo = await shelf.get(key);
    if (photo !== undefined) await shelf.put(anew(photo));
  }
  return { kind: 'photosGone', reason };
}

/** Whether what changed since does not touch this step, and the version to go again on. */
async function movedOnly(item: Item, { send = browserSend, locale }: Delivery): Promise<Outcome | undefined> {
  const { work } = item;
  if (work.kind !== 'command') return undefined;
  const response = await send(`/api/cases/${encodeURIComponent(work.caseId)}`, {
    headers: { accept: 'application/json', 'accept-language': locale },
  }).catch(() => undefined);
  // Unknown for want of an answer: asked again with the next try.
  if (response === undefined) return { kind: 'lost', may: false };
  if (!response.ok) return undefined;
  const found = (await response.json()) as CaseView;
  const news = found.history.filter(({ seq }) => seq > work.version);
  const clocksOnly = news.every(({ type }) => ofClocks.has(type));
  const allowed = found.commands.includes(work.body.type);
  return allowed && (clocksOnly || standing.has(work.body.type))
    ? { kind: 'moved', version: found.version }
    : undefined;
}
