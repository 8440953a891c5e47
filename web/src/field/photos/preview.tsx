import { useEffect, useMemo } from 'react';
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
  const address = useMemo(() => URL.createObjectURL(photo.file), [photo.file]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return (
    <figure className="photo-sending">
      <img src={address} alt={photo.name} />
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
