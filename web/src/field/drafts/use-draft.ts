import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession } from '../app/session.tsx';
import type { StoredPhoto } from '../kept/phone.ts';
import { dropDraft, loadDraft, saveDraft } from './draft-store.ts';
import type { Draft } from './draft-store.ts';

type Values = Readonly<Record<string, unknown>>;

/** A draft being worked on. */
export interface DraftInHand {
  readonly values: Values;
  readonly photos: Draft['photos'];
  readonly key: string;
  /** What the phone's store calls it. */
  readonly name: string;
  /** False where the phone had no room for the last change: it is only on this page. */
  readonly kept: boolean;
  /** False while it is looked for on the phone. */
  readonly ready: boolean;
  /** Whether it came from an earlier time. */
  readonly restored: boolean;
  readonly change: (part: Values) => void;
  readonly changePhotos: (slot: string, change: (photos: readonly StoredPhoto[]) => readonly StoredPhoto[]) => void;
  /** Begins anew; nothing of it is left on the phone. */
  readonly clear: () => void;
  /** Begins anew where something queued has taken it over, photos and all. */
  readonly handedOver: () => void;
}

const fresh = (values: Values): Draft => ({ values, photos: {}, key: crypto.randomUUID() });

/**
 * What is typed into a form, kept on the phone with every change and found again when the form is opened again.
 * @param form its name, and of what it is about
 */
export function useDraft(form: string, initial: Values): DraftInHand {
  const { person } = useSession();
  // Phones are shared: nobody finds another's words.
  const name = `${person.id} ${form}`;
  const start = useRef(initial);
  const [draft, setDraft] = useState(() => fresh(initial));
  const [looked, setLooked] = useState<{ readonly name: string; readonly found: 'none' | 'restored' }>();
  // What was found for another form says nothing of this one.
  const found = looked?.name === name ? looked.found : 'looking';
  const [kept, setKept] = useState(true);
  const touched = useRef(false);

  useEffect(() => {
    let gone = false;
    touched.current = false;
    void loadDraft(name).then((earlier) => {
      if (gone) return;
      // What somebody typed while it was looked for is newer.
      if (earlier !== undefined && !touched.current) setDraft(earlier);
      setLooked({ name, found: earlier === undefined ? 'none' : 'restored' });
    });
    return () => {
      gone = true;
    };
  }, [name]);
  useEffect(() => {
    if (touched.current) void saveDraft(name, draft).then(setKept);
  }, [name, draft]);

  const edit = useCallback((next: (now: Draft) => Draft) => {
    touched.current = true;
    setDraft(next);
  }, []);
  const begin = () => {
    touched.current = false;
    setDraft(fresh(start.current));
    setLooked({ name, found: 'none' });
  };
  return {
    values: draft.values,
    photos: draft.photos,
    key: draft.key,
    name,
    kept,
    ready: found !== 'looking',
    restored: found === 'restored',
    change: (part) => edit((now) => ({ ...now, values: { ...now.values, ...part } })),
    changePhotos: useCallback(
      (slot, change) => edit((now) => ({ ...now, photos: { ...now.photos, [slot]: change(now.photos[slot] ?? []) } })),
      [edit],
    ),
    clear: () => {
      begin();
      void dropDraft(name, Object.values(draft.photos).flat());
    },
    handedOver: begin,
  };
}
