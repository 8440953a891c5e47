import { phone } from '../kept/phone.ts';
import type { StoredPhoto } from '../kept/phone.ts';

const mostPhotos = 9;

/** What another app shares with this one: kept on the phone, then shown in the form of a report. */
export async function takeShare(request: Request): Promise<Response> {
  const form = await request.formData();
  const text = ['title', 'text', 'url']
    .flatMap((name) => form.getAll(name))
    .filter((part): part is string => typeof part === 'string' && part !== '')
    .join('\n');
  const files = form.getAll('photos').filter((part) => part instanceof File);
  const photos = files.slice(0, mostPhotos).map(
    (file): StoredPhoto => ({
      key: crypto.randomUUID(),
      name: file.name,
      taken: file.lastModified,
      file,
    }),
  );
  const db = await phone();
  const before = await db.get('shared', 'latest');
  const shared = {
    text: [before?.text, text].filter((part) => part !== undefined && part !== '').join('\n'),
    photos: [...(before?.photos ?? []), ...photos].slice(0, mostPhotos),
  };
  await db.put('shared', shared, 'latest');
  return Response.redirect('/field/report', 303);
}
