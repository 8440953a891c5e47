/** @jsxImportSource preact */
import { render } from 'preact';
import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { UploadState } from '../api/upload.ts';
import { shrink } from '../api/shrink.ts';
import { fill } from './words.ts';

const most = 9;

interface Words {
  readonly add: string;
  readonly going: string;
  readonly failed: string;
  readonly refused: string;
  readonly drop: string;
  readonly kept: string;
}

/** One photo of the form: on its way, or arrived. */
interface Photo {
  readonly key: string;
  readonly name: string;
  readonly preview: string;
  readonly state: UploadState;
}

type Change =
  | { readonly do: 'add'; readonly photo: Photo }
  | { readonly do: 'state'; readonly key: string; readonly state: UploadState }
  | { readonly do: 'drop'; readonly key: string };

function changed(photos: readonly Photo[], change: Change): readonly Photo[] {
  switch (change.do) {
    case 'add':
      return [...photos, change.photo];
    case 'state':
      return photos.map((photo) => (photo.key === change.key ? { ...photo, state: change.state } : photo));
    case 'drop':
      return photos.filter(({ key }) => key !== change.key);
  }
}

/** Photos under way by form, and who waits for them. */
const underWay = new WeakMap<HTMLFormElement, { count: number; waiting: (() => void)[] }>();

/** Settles once no photo of the form is on its way any more; undefined where none is. */
export function photosArrived(form: HTMLFormElement): Promise<void> | undefined {
  const going = underWay.get(form);
  if (going === undefined || going.count === 0) return undefined;
  return new Promise((resolve) => going.waiting.push(resolve));
}

function noteUnderWay(form: HTMLFormElement, count: number): void {
  const going = underWay.get(form) ?? { count: 0, waiting: [] };
  going.count = count;
  underWay.set(form, going);
  if (count === 0) for (const resolve of going.waiting.splice(0)) resolve();
}

/** Puts pictures with progress in the place of the plain file fields. */
export function enhancePhotos(): void {
  for (const holder of document.querySelectorAll<HTMLElement>('[data-photos]')) {
    const form = holder.closest('form');
    if (form === null) continue;
    const words = JSON.parse(holder.dataset['photos'] ?? '{}') as Words;
    const kept = (holder.dataset['kept'] ?? '').split(' ').filter((id) => id !== '');
    const county = holder.dataset['county'] === '' ? undefined : holder.dataset['county'];
    document.querySelector('label[for="photo-files"]')?.removeAttribute('for');
    holder.replaceChildren();
    render(<Photos words={words} kept={kept} county={county} form={form} />, holder);
  }
}

interface PhotosProps {
  readonly words: Words;
  readonly kept: readonly string[];
  readonly county: string | undefined;
  readonly form: HTMLFormElement;
}

/** Sends a photo. What speaks the upload protocol is as large as the whole page and fetched only now. */
async function start(
  file: File,
  county: string | undefined,
  onState: (state: UploadState) => void,
): Promise<() => void> {
  try {
    const [{ upload }, small] = await Promise.all([import('../api/upload.ts'), shrink(file)]);
    return upload(small, onState, county);
  } catch {
    onState({ kind: 'failed', status: 0 });
    return () => undefined;
  }
}

const before = (kept: readonly string[], words: Words): readonly Photo[] =>
  kept.map((id, index) => ({
    key: id,
    name: fill(words.kept, { n: String(index + 1) }),
    preview: `/kept/${id}`,
    state: { kind: 'done', id },
  }));

function Photos({ words, kept, county, form }: PhotosProps) {
  const [photos, change] = useReducer(changed, before(kept, words));
  const stops = useRef(new Map<string, () => void>());
  const going = photos.filter(({ state }) => state.kind === 'going').length;
  useEffect(() => noteUnderWay(form, going), [form, going]);

  const take = (files: FileList | null) => {
    for (const file of [...(files ?? [])].slice(0, most - photos.length)) {
      const key = crypto.randomUUID();
      change({
        do: 'add',
        photo: { key, name: file.name, preview: URL.createObjectURL(file), state: { kind: 'going', share: 0 } },
      });
      void start(file, county, (state) => change({ do: 'state', key, state })).then((stop) =>
        stops.current.set(key, stop),
      );
    }
  };
  const drop = ({ key, preview }: Photo) => {
    stops.current.get(key)?.();
    if (preview.startsWith('blob:')) URL.revokeObjectURL(preview);
    change({ do: 'drop', key });
  };
  const wrong = photos.find(({ state }) => state.kind === 'failed');
  return (
    <ul class="photos">
      {photos.map((photo) => (
        <li key={photo.key}>
          <img src={photo.preview} alt={photo.name} />
          {photo.state.kind === 'going' ? <progress value={photo.state.share} aria-label={words.going} /> : null}
          {photo.state.kind === 'done' ? <input type="hidden" name="photo" value={photo.state.id} /> : null}
          <button
            type="button"
            class="photo-drop"
            aria-label={fill(words.drop, { name: photo.name })}
            onClick={() => drop(photo)}
          >
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      {photos.length < most ? (
        <li>
          <label class="photo-add">
            <input
              type="file"
              accept="image/*"
              multiple
              onChange={({ currentTarget }) => {
                take(currentTarget.files);
                currentTarget.value = '';
              }}
            />
            <span aria-hidden="true">＋</span>
            {words.add}
          </label>
        </li>
      ) : null}
      {wrong?.state.kind === 'failed' ? (
        <li class="photo-wrong mistake" role="alert">
          {wrong.name}: {wrong.state.status === 0 ? words.failed : words.refused}
        </li>
      ) : null}
    </ul>
  );
}
