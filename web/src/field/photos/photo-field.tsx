import { useEffect, useRef, useState } from 'react';
import { shrink } from '../../api/shrink.ts';
import { upload } from '../../api/upload.ts';
import { useSay } from '../../words/locale.tsx';
import type { KeptPhoto } from '../drafts/draft-store.ts';
import { Preview } from './preview.tsx';
import '../../ui/photo-strip.css';
import './photo-field.css';

interface PhotoFieldProps {
  readonly label: string;
  readonly photos: readonly KeptPhoto[];
  readonly onChange: (change: (photos: readonly KeptPhoto[]) => readonly KeptPhoto[]) => void;
}

const most = 9;

type Going = Readonly<Record<string, { readonly share: number; readonly refused?: boolean }>>;

/** Photos from the camera or the album. They are kept on the phone at once and sent on while one goes on typing. */
export function PhotoField({ label, photos, onChange }: PhotoFieldProps) {
  const say = useSay();
  const going = useUploads(photos, onChange);
  const take = (files: FileList | null) => {
    const room = most - photos.length;
    for (const file of [...(files ?? [])].slice(0, room)) {
      void shrink(file).then((small) =>
        onChange((now) => [...now, { key: crypto.randomUUID(), name: file.name, file: small, taken: Date.now() }]),
      );
    }
  };
  const drop = (key: string) => onChange((now) => now.filter((photo) => photo.key !== key));
  return (
    <div role="group" aria-label={label} className="photo-field">
      <span className="label">{label}</span>
      <div className="photos">
        {photos.map((photo) => (
          <Preview key={photo.key} photo={photo} going={going[photo.key]} onDrop={() => drop(photo.key)} />
        ))}
        {photos.length < most ? (
          <>
            <Taker name={say('field.form.camera')} camera onTake={take} />
            <Taker name={say('field.form.album')} onTake={take} />
          </>
        ) : null}
      </div>
    </div>
  );
}

interface TakerProps {
  readonly name: string;
  readonly camera?: boolean;
  readonly onTake: (files: FileList | null) => void;
}

function Taker({ name, camera = false, onTake }: TakerProps) {
  return (
    <label className="photo-add">
      <input
        type="file"
        accept="image/*"
        {...(camera ? { capture: 'environment' as const } : { multiple: true })}
        onChange={(event) => {
          onTake(event.target.files);
          event.target.value = '';
        }}
      />
      <span aria-hidden="true">{camera ? '◉' : '＋'}</span>
      <span>{name}</span>
    </label>
  );
}

/** Sends every photo that has no id yet; what fails for want of a line is tried again when the line is back. */
function useUploads(photos: readonly KeptPhoto[], onChange: PhotoFieldProps['onChange']): Going {
  const [going, setGoing] = useState<Going>({});
  const stops = useRef(new Map<string, () => void>());
  const [round, setRound] = useState(0);

  useEffect(() => {
    for (const { key, name, file, taken, id } of photos) {
      if (id !== undefined || stops.current.has(key)) continue;
      const stop = upload(new File([file], name, { type: file.type, lastModified: taken }), (state) => {
        if (state.kind === 'done') {
          onChange((now) => now.map((photo) => (photo.key === key ? { ...photo, id: state.id } : photo)));
        }
        if (state.kind === 'failed' && state.status === 0) stops.current.delete(key);
        const share = state.kind === 'going' ? state.share : 0;
        setGoing((all) => ({ ...all, [key]: { share, refused: state.kind === 'failed' && state.status !== 0 } }));
      });
      stops.current.set(key, stop);
    }
    for (const [key, stop] of stops.current) {
      if (photos.some((photo) => photo.key === key)) continue;
      stop();
      stops.current.delete(key);
    }
  }, [photos, round, onChange]);
  useEffect(() => {
    // What waits for its next try begins again now; it goes on where it stopped.
    const again = () => {
      for (const stop of stops.current.values()) stop();
      stops.current.clear();
      setRound((now) => now + 1);
    };
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, []);
  return going;
}

/** Whether every photo has arrived; their ids in order. */
export function arrivedIds(photos: readonly KeptPhoto[] | undefined): readonly string[] | undefined {
  const ids = (photos ?? []).flatMap(({ id }) => id ?? []);
  return ids.length === (photos ?? []).length ? ids : undefined;
}
