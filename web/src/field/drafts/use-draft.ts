import { useCallback, useEffect, useRef, useState } from 'react';
import { dropDraft, loadDraft, saveDraft } from './draft-store.ts';
import type { Draft, KeptPhoto } from './draft-store.ts';

type Values = Readonly<Record<string, unknown>>;

/** A draft being worked on. */
export interface DraftInHand {
  readonly values: Values;
  readonly photos: Draft['photos'];
  readonly key: string;
  /** False while it is looked for on the phone. */
  readonly ready: boolean;
  /** Whether it came from an earlier time. */
  readonly restored: boolean;
  readonly change: (part: Values) => void;
  readonly changePhotos: (slot: string, change: (photos: readonly KeptPhoto[]) => readonly KeptPhoto[]) => void;
  /** Sends every photo anew: the server forgets those that no report took for a week. */
  readonly resendPhotos: () => void;
  /** A new key: what is sent from now on is something new. */
  readonly renew: () => void;
  /** Begins anew; nothing of it is left on the phone. */
  readonly clear: () => void;
}

const fresh = (values: Values): Draft => ({ values, photos: {}, key: crypto.randomUUID() });

const unsent = ([slot, photos]: [string, readonly KeptPhoto[]]): [string, readonly KeptPhoto[]] => [
  slot,
  photos.map(({ key, name, file, taken }) => ({ key, name, file, taken })),
];

/**
 * What is typed into a form, kept on the phone with every change and found again when the form is opened again.
 * @param name of the form, and of what it is about
 */
export function useDraft(name: string, initial: Values): DraftInHand {
  const start = useRef(initial);
  const [draft, setDraft] = useState(() => fresh(initial));
  const [looked, setLooked] = useState<{ readonly name: string; readonly found: 'none' | 'restored' }>();
  // What was found for another form says nothing of this one.
  const found = looked?.name === name ? looked.found : 'looking';
  const touched = useRef(false);

  useEffect(() => {
    let gone = false;
    touched.current = false;
    void loadDraft(name).then((kept) => {
      if (gone) return;
      // What somebody typed while it was looked for is newer.
      if (kept !== undefined && !touched.current) setDraft(kept);
      setLooked({ name, found: kept === undefined ? 'none' : 'restored' });
    });
    return () => {
      gone = true;
    };
  }, [name]);
  useEffect(() => {
    if (touched.current) void saveDraft(name, draft);
  }, [name, draft]);

  const edit = useCallback((next: (now: Draft) => Draft) => {
    touched.current = true;
    setDraft(next);
  }, []);
  return {
    values: draft.values,
    photos: draft.photos,
    key: draft.key,
    ready: found !== 'looking',
    restored: found === 'restored',
    change: (part) => edit((now) => ({ ...now, values: { ...now.values, ...part } })),
    changePhotos: useCallback(
      (slot, change) => edit((now) => ({ ...now, photos: { ...now.photos, [slot]: change(now.photos[slot] ?? []) } })),
      [edit],
    ),
    resendPhotos: () => edit((now) => ({ ...now, photos: Object.fromEntries(Object.entries(now.photos).map(unsent)) })),
    renew: () => edit((now) => ({ ...now, key: crypto.randomUUID() })),
    clear: () => {
      touched.current = false;
      setDraft(fresh(start.current));
      setLooked({ name, found: 'none' });
      void dropDraft(name);
    },
  };
}
