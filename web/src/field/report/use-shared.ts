import { useEffect, useEffectEvent } from 'react';
import { phone } from '../kept/phone.ts';
import type { StoredPhoto } from '../kept/phone.ts';
import { photoFrom } from '../photos/photo-field.tsx';
import { fromGroup } from './from-group.ts';

/** Gives the form what another app shared with this one, once; it stays on the phone until the form has it. */
export function useShared(give: (text: string, photos: readonly StoredPhoto[]) => void): void {
  const taken = useEffectEvent(give);
  useEffect(() => {
    let gone = false;
    void (async () => {
      const db = await phone();
      const shared = await db.get('shared', 'latest');
      if (shared === undefined || gone) return;
      const photos = await Promise.all(
        shared.photos.map(({ file, name }) => photoFrom(new File([file], name, { type: file.type }))),
      );
      if (gone) return;
      taken(fromGroup(shared.text), photos);
      await db.delete('shared', 'latest');
    })().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, []);
}
