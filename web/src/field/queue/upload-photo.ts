import { uploadsPath } from '@gezhi/contract/files/routes';
import type { StoredPhoto } from '../kept/phone.ts';
import type { Reason } from './item.ts';

/** How the sending of one photo ended. */
export type Uploaded =
  | { readonly kind: 'done'; readonly id: string }
  | { readonly kind: 'lost' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'refused'; readonly reason: Reason }
  | { readonly kind: 'fault'; readonly reason: Reason };

type Fetch = (path: string, init: RequestInit) => Promise<Response>;

const piece = 512 * 1024;
const tus = { 'tus-resumable': '1.0.0' };
/** Rounds of looking where it stopped before the try is given up. */
const rounds = 6;

/**
 * Sends one photo by tus, going on where it stopped, also after the app was closed.
 * @param keep notes how far it has come, before each step whose answer may be lost
 */
export async function uploadPhoto(
  photo: StoredPhoto,
  keep: (photo: StoredPhoto) => Promise<void>,
  send: Fetch,
): Promise<Uploaded> {
  let now = photo;
  const note = async (next: StoredPhoto) => {
    now = next;
    await keep(next);
  };
  const step = async (): Promise<Uploaded | 'again'> => {
    const begun = now.url === undefined ? await create(now, send) : await offsetOf(now.url, send);
    if (begun.kind === 'gone') {
      // A whole upload leaves the store of uploads; whether it became a photo is said when the report names it.
      await note(now.whole === true && now.url !== undefined ? { ...now, id: idIn(now.url) } : anew(now));
      return 'again';
    }
    if (begun.kind !== 'at') return begun;
    if (now.url === undefined) await note({ ...now, url: begun.url });
    if (begun.offset >= now.file.size) {
      // All of it is there, and the answer that said so was lost. A last empty piece would be refused.
      await note({ ...now, url: begun.url, whole: true, id: idIn(begun.url) });
      return 'again';
    }
    return sendFrom(now, begun, note, send);
  };
  for (let round = 0; round < rounds; round += 1) {
    if (now.id !== undefined) return { kind: 'done', id: now.id };
    // A request that breaks off is no more than a reason to look where it stopped.
    const ended = await step().catch(() => 'again' as const);
    if (ended !== 'again') return ended;
  }
  return now.id === undefined ? { kind: 'lost' } : { kind: 'done', id: now.id };
}

/** A photo as if nothing of it had been sent. */
export function anew({ key, name, taken, file }: StoredPhoto): StoredPhoto {
  return { key, name, taken, file };
}

const idIn = (url: string): string => url.split('/').at(-1) ?? '';

type Begun =
  | { readonly kind: 'at'; readonly url: string; readonly offset: number }
  | { readonly kind: 'gone' }
  | Exclude<Uploaded, { kind: 'done' }>;

async function create(photo: StoredPhoto, send: Fetch): Promise<Begun> {
  const metadata = `filename ${base64(photo.name)},filetype ${base64(photo.file.type)}`;
  const headers = { ...tus, 'upload-length': String(photo.file.size), 'upload-metadata': metadata };
  const response = await send(uploadsPath, { method: 'POST', headers });
  const url = response.headers.get('location');
  return response.status === 201 && url !== null ? { kind: 'at', url, offset: 0 } : failed(response);
}

async function offsetOf(url: string, send: Fetch): Promise<Begun> {
  const response = await send(url, { method: 'HEAD', headers: tus });
  if (response.status === 404 || response.status === 410) return { kind: 'gone' };
  const offset = Number(response.headers.get('upload-offset') ?? Number.NaN);
  return response.ok && Number.isInteger(offset) ? { kind: 'at', url, offset } : failed(response);
}

async function sendFrom(
  photo: StoredPhoto,
  { url, offset }: { readonly url: string; readonly offset: number },
  note: (photo: StoredPhoto) => Promise<void>,
  send: Fetch,
): Promise<Uploaded | 'again'> {
  const { size } = photo.file;
  let at = offset;
  do {
    const end = Math.min(size, at + piece);
    if (end === size) await note({ ...photo, url, whole: true });
    const headers = { ...tus, 'upload-offset': String(at), 'content-type': 'application/offset+octet-stream' };
    const response = await send(url, { method: 'PATCH', headers, body: photo.file.slice(at, end) });
    // Another copy of this piece was quicker, or the upload is over: look again where it stands.
    if ([404, 409, 410, 423].includes(response.status)) return 'again';
    if (!response.ok) return failed(response);
    at = Number(response.headers.get('upload-offset') ?? end);
  } while (at < size);
  await note({ ...photo, url, whole: true, id: idIn(url) });
  return { kind: 'done', id: idIn(url) };
}

async function failed(response: Response): Promise<Exclude<Uploaded, { kind: 'done' }>> {
  const { status } = response;
  if (status === 401) return { kind: 'signedOut' };
  if (status === 423 || status === 429) return { kind: 'lost' };
  const reason = await reasonOf(response);
  return status >= 500 ? { kind: 'fault', reason } : { kind: 'refused', reason };
}

/** The problem document of an answer; its status alone where it carries none. */
export async function reasonOf(response: Response): Promise<Reason> {
  const body: unknown = await response.json().catch(() => undefined);
  const { status } = response;
  if (typeof body !== 'object' || body === null || !('code' in body)) {
    return { status, code: 'unexplained', title: String(status) };
  }
  const { code, title, detail, errors } = body as Reason;
  return { status, code, title, ...(detail !== undefined && { detail }), ...(errors && { errors }) };
}

function base64(text: string): string {
  return btoa(String.fromCodePoint(...new TextEncoder().encode(text)));
}
