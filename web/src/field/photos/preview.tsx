import { useEffect, useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import type { StoredPhoto } from '../kept/phone.ts';

interface PreviewProps {
  readonly photo: StoredPhoto;
  /** Absent where it can no longer be taken out. */
  readonly onDrop?: () => void;
}

/** One photo that is not sent yet. */
export function Preview({ photo, onDrop }: PreviewProps) {
  const say = useSay();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(photo.file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [photo.file]);
  return (
    <figure className="photo-sending">
      {address === undefined ? null : <img src={address} alt={photo.name} />}
      {onDrop === undefined ? null : (
        <button
          type="button"
          className="photo-drop"
          aria-label={say('ui.photo.drop', { name: photo.name })}
          onClick={onDrop}
        >
          ×
        </button>
      )}
    </figure>
  );
}
