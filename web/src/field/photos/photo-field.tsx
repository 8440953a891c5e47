import { shrink } from '../../api/shrink.ts';
import { AlbumMark, CameraMark } from '../../ui/camera-mark.tsx';
import { useSay } from '../../words/locale.tsx';
import type { StoredPhoto } from '../kept/phone.ts';
import { Preview } from './preview.tsx';
import '../../ui/photo-strip.css';
import './photo-field.css';

interface PhotoFieldProps {
  readonly label: string;
  readonly photos: readonly StoredPhoto[];
  readonly onChange: (change: (photos: readonly StoredPhoto[]) => readonly StoredPhoto[]) => void;
}

const most = 9;

/** A photo as it is kept: no larger than what the server keeps. */
export async function photoFrom(file: File): Promise<StoredPhoto> {
  const small = await shrink(file);
  return { key: crypto.randomUUID(), name: file.name, file: small, taken: Date.now() };
}

/** Photos from the camera or the album. They are kept on the phone at once, and sent with what they belong to. */
export function PhotoField({ label, photos, onChange }: PhotoFieldProps) {
  const say = useSay();
  const take = (files: FileList | null) => {
    for (const file of files ?? []) {
      void photoFrom(file).then((photo) => onChange((now) => (now.length < most ? [...now, photo] : now)));
    }
  };
  const drop = (key: string) => onChange((now) => now.filter((photo) => photo.key !== key));
  return (
    <div role="group" aria-label={label} className="photo-field">
      <span className="label">{label}</span>
      <div className="photos">
        {photos.map((photo) => (
          <Preview key={photo.key} photo={photo} onDrop={() => drop(photo.key)} />
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
      {camera ? <CameraMark /> : <AlbumMark />}
      <span>{name}</span>
    </label>
  );
}
