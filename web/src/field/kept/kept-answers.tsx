import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Loading } from '../../ui/states.tsx';
import { sweepPhotos } from '../drafts/sweep.ts';
import { hydrate, keepAnswers } from './answers.ts';

/** Starts with what the phone kept, and keeps what is read from then on. */
export function KeptAnswers({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let gone = false;
    void sweepPhotos();
    void hydrate(client).then(() => {
      if (!gone) setReady(true);
    });
    const stop = keepAnswers(client);
    return () => {
      gone = true;
      stop();
    };
  }, [client]);
  return ready ? children : <Loading />;
}
