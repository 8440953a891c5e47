import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredPhoto } from '../kept/phone.ts';
import { uploadPhoto } from './upload-photo.ts';

const bytes = 1_300_000;
const photo: StoredPhoto = { key: 'k', name: '照片.jpg', taken: 0, file: new Blob([new Uint8Array(bytes)]) };

/** A tus server as ours: an upload that is whole becomes a photo and is gone from the store, unless it came twice at once. */
function tusServer(leaves: boolean) {
  const uploads = new Map<string, number>();
  const photos = new Set<string>();
  let made = 0;
  const handle = (path: string, init: RequestInit): Response => {
    if (init.method === 'POST') {
      made += 1;
      const url = `/api/uploads/u${made}`;
      uploads.set(url, 0);
      return new Response(null, { status: 201, headers: { location: url } });
    }
    const at = uploads.get(path);
    if (at === undefined) return new Response(null, { status: 404 });
    if (init.method === 'PATCH' && at === bytes) return new Response(null, { status: 404 });
    if (init.method === 'HEAD') return new Response(null, { headers: { 'upload-offset': String(at) } });
    const offset = Number(new Headers(init.headers).get('upload-offset'));
    if (offset !== at) return new Response(null, { status: 409 });
    const next = at + (init.body as Blob).size;
    uploads.set(path, next);
    if (next === bytes) {
      // Two copies of the last piece at once leave the upload in the store, whole and closed; else it goes.
      if (leaves) uploads.delete(path);
      photos.add(path.split('/').at(-1) ?? '');
    }
    return new Response(null, { status: 204, headers: { 'upload-offset': String(next) } });
  };
  return { handle, photos };
}

describe('sending a photo', () => {
  it('ends with a photo the server has, whatever breaks off, also over several starts of the app', async () => {
    const weather = fc.constantFrom('well', 'requestLost', 'answerLost', 'doubled');
    await fc.assert(
      fc.asyncProperty(fc.array(weather, { maxLength: 25 }), fc.boolean(), async (line, leaves) => {
        const server = tusServer(leaves);
        let kept = photo;
        let count = 0;
        const send = (path: string, init: RequestInit) => {
          const now = line[count] ?? 'well';
          count += 1;
          if (now === 'requestLost') return Promise.reject(new Error('no line'));
          const first = server.handle(path, init);
          if (now === 'answerLost') return Promise.reject(new Error('no line'));
          return Promise.resolve(now === 'doubled' ? server.handle(path, init) : first);
        };
        const keep = (next: StoredPhoto) => {
          kept = next;
          return Promise.resolve();
        };
        let ended = await uploadPhoto(kept, keep, send);
        for (let start = 0; start < 8 && ended.kind === 'lost'; start += 1) ended = await uploadPhoto(kept, keep, send);
        expect(ended.kind).toBe('done');
        expect(server.photos).toContain(ended.kind === 'done' ? ended.id : '');
      }),
    );
  });

  it('says why a picture cannot be used, and that the session is over', async () => {
    const answers = (status: number, body: string) => () => Promise.resolve(new Response(body, { status }));
    const keep = () => Promise.resolve();
    const problem = JSON.stringify({ code: 'file.heic.invalid', title: 'HEIC', status: 422 });
    expect(await uploadPhoto(photo, keep, answers(422, problem))).toMatchObject({
      kind: 'refused',
      reason: { code: 'file.heic.invalid' },
    });
    expect(await uploadPhoto(photo, keep, answers(401, ''))).toEqual({ kind: 'signedOut' });
    expect(await uploadPhoto(photo, keep, answers(500, ''))).toMatchObject({ kind: 'fault' });
  });
});
