import { caseRoutes } from '@gezhi/contract/cases/index';
import { sessionRoutes } from '@gezhi/contract/access/routes';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useSession } from '../app/session.tsx';
import type { Item } from './item.ts';
import { onQueueChange, readQueue } from './queue-store.ts';
import { keepSending, onRound } from './sender.ts';
import { useAllQueued } from './use-all-queued.ts';
import type { Round } from './send-waiting.ts';

/** What the one who is signed in has queued. */
export function useQueue(): readonly Item[] {
  const { person } = useSession();
  return (useAllQueued() ?? []).filter(({ owner }) => owner === person.id);
}

/** Keeps sending while the app is open, and has read again what an answer changed. Answers how the last round ended. */
export function useSending(): Round | undefined {
  const client = useQueryClient();
  const [ended, setEnded] = useState<Round>();
  const settled = useRef(new Set<string>());
  const after = useEffectEvent((round: Round) => {
    setEnded(round);
    // The session is over: the sign-in takes the place of the page, and what waits goes on after it.
    if (round.kind === 'signedOut') void client.invalidateQueries({ queryKey: [sessionRoutes.whoAmI.name] });
  });
  useEffect(() => onRound((round) => after(round)), []);
  useEffect(keepSending, []);
  const refresh = useEffectEvent((items: readonly Item[]) => {
    const ends = items.flatMap(({ id, state }) =>
      state.name === 'sent' || state.name === 'refused' ? [`${id} ${state.at}`] : [],
    );
    const fresh = ends.filter((end) => !settled.current.has(end));
    for (const end of fresh) settled.current.add(end);
    if (fresh.length === 0) return;
    for (const { name } of [caseRoutes.list, caseRoutes.map, caseRoutes.get]) {
      void client.invalidateQueries({ queryKey: [name] });
    }
  });
  useEffect(() => onQueueChange(() => void readQueue().then((items) => refresh(items))), []);
  return ended;
}
