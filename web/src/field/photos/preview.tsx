import { useEffect, useMemo } from 'react';
import { useSay } from '../../words/locale.tsx';
import type { KeptPhoto } from '../drafts/draft-store.ts';

interface PreviewProps {
  readonly photo: KeptPhoto;
  readonly going: { readonly share: number; readonly refused?: boolean } | undefined;
  readonly onDrop: () => void;
}

/** One photo of a draft, with how far it has come. */
export function Preview({ photo, going, onDrop }: PreviewProps) {
  const say = useSay();
  const address = useMemo(() => URL.createObjectURL(photo.file), [photo.file]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return (
    <figure className="photo-sending">
      <img src={address} alt={photo.name} />
      {photo.id === undefined && going?.refused !== true ? (
        <progress value={going?.share ?? 0} aria-label={say('ui.photo.going')} />
      ) : null}
      {going?.refused === true ? <figcaption role="alert">{say('ui.photo.refused')}</figcaption> : null}
      <button
        type="button"
        className="photo-drop"
        aria-label={say('ui.photo.drop', { name: photo.name })}
        onClick={onDrop}
      >
        ×
      </button>
    </figure>
  );
}
