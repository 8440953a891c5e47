import { createContext, useCallback, useContext, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { upload } from '../api/upload.ts';
import type { UploadState } from '../api/upload.ts';
import { useSay } from '../words/locale.tsx';
import './photo-strip.css';

/** A photo that is there already. */
export interface Photo {
  readonly id: string;
  readonly small: string;
  readonly large: string;
}

/** Photos in a row; each opens large in a new view. */
export function PhotoStrip({ photos }: { readonly photos: readonly Photo[] }) {
  const say = useSay();
  if (photos.length === 0) return null;
  return (
    <ul className="photos">
      {photos.map(({ id, small, large }, index) => (
        <li key={id}>
          <a href={large} target="_blank" rel="noreferrer">
            <img src={small} alt={say('ui.photo.name', { n: index + 1 })} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  );
}

interface Sending {
  readonly key: string;
  readonly name: string;
  readonly preview: string;
  readonly state: UploadState;
}

/** Told by each taker of photos, under its own key, how many of them have not arrived yet. */
export const PhotosUnderWay = createContext<(taker: string, count: number) => void>(() => undefined);

/** How many photos of a form have not arrived, and what its takers tell it by: a form that is sent meanwhile would lose them. */
export function usePhotosUnderWay(): readonly [number, (taker: string, count: number) => void] {
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({});
  const tell = useCallback((taker: string, count: number) => setCounts((all) => ({ ...all, [taker]: count })), []);
  return [Object.values(counts).reduce((sum, count) => sum + count, 0), tell];
}

interface PhotoTakerProps {
  /** Ids of the photos that have arrived, whenever they change. */
  readonly onChange: (ids: readonly string[]) => void;
  readonly most?: number;
  /** Opens the camera at once on phones. */
  readonly camera?: boolean;
}

/** Takes photos and sends them at once, each with its progress; what failed can be taken off and tried again. */
export function PhotoTaker({ onChange, most = 9, camera = false }: PhotoTakerProps) {
  const say = useSay();
  const [sendings, setSendings] = useState<readonly Sending[]>([]);
  const stops = useRef(new Map<string, () => void>());
  const arrived = sendings.flatMap(({ state }) => (state.kind === 'done' ? [state.id] : [])).join(' ');

  const underWay = sendings.filter(({ state }) => state.kind !== 'done').length;
  const taker = useId();
  const tellUnderWay = useContext(PhotosUnderWay);
  useEffect(() => tellUnderWay(taker, underWay), [tellUnderWay, taker, underWay]);
  useEffect(() => () => tellUnderWay(taker, 0), [tellUnderWay, taker]);

  const tell = useEffectEvent(onChange);
  useEffect(() => tell(arrived === '' ? [] : arrived.split(' ')), [arrived]);
  useEffect(() => () => stops.current.forEach((stop) => stop()), []);

  const take = (files: FileList | null) => {
    for (const file of [...(files ?? [])].slice(0, most - sendings.length)) {
      const key = crypto.randomUUID();
      const preview = URL.createObjectURL(file);
      setSendings((all) => [...all, { key, name: file.name, preview, state: { kind: 'going', share: 0 } }]);
      const stop = upload(file, (state) =>
        setSendings((all) => all.map((one) => (one.key === key ? { ...one, state } : one))),
      );
      stops.current.set(key, stop);
    }
  };
  const drop = ({ key, preview }: Sending) => {
    stops.current.get(key)?.();
    stops.current.delete(key);
    URL.revokeObjectURL(preview);
    setSendings((all) => all.filter((one) => one.key !== key));
  };

  return (
    <div className="photos">
      {sendings.map((sending) => (
        <figure key={sending.key} className="photo-sending">
          <img src={sending.preview} alt={sending.name} />
          <Progress state={sending.state} />
          <button
            type="button"
            className="photo-drop"
            aria-label={say('ui.photo.drop', { name: sending.name })}
            onClick={() => drop(sending)}
          >
            ×
          </button>
        </figure>
      ))}
      {sendings.length < most ? (
        <label className="photo-add">
          <input
            type="file"
            accept="image/*"
            multiple
            {...(camera ? { capture: 'environment' as const } : {})}
            onChange={(event) => {
              take(event.target.files);
              event.target.value = '';
            }}
          />
          <span aria-hidden="true">＋</span>
          <span>{say('ui.photo.add')}</span>
        </label>
      ) : null}
    </div>
  );
}

function Progress({ state }: { readonly state: UploadState }) {
  const say = useSay();
  if (state.kind === 'done') return null;
  if (state.kind === 'failed') {
    return (
      <figcaption role="alert">{state.status === 0 ? say('ui.photo.failed') : say('ui.photo.refused')}</figcaption>
    );
  }
  return <progress value={state.share} aria-label={say('ui.photo.going')} />;
}
