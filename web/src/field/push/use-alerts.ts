import { useEffect } from 'react';
import { go } from '../app/navigate.tsx';
import { caseToOpen } from '../worker/alert.ts';
import { dropOthers } from './device.ts';

/** Opens the case of an alert that was tapped while the app is open, and keeps other people's alerts off this phone. */
export function useAlerts(person: string): void {
  useEffect(() => {
    void dropOthers();
  }, [person]);
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return;
    const opened = ({ data }: MessageEvent<unknown>) => {
      const id = caseToOpen(data);
      if (id !== undefined) go({ at: 'case', id });
    };
    navigator.serviceWorker.addEventListener('message', opened);
    return () => navigator.serviceWorker.removeEventListener('message', opened);
  }, []);
}
