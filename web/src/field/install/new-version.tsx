import { useSyncExternalStore } from 'react';
import { useSay } from '../../words/locale.tsx';
import { newerApp, takeNewer } from './install-worker.ts';

/** Says that a newer app is ready. Nobody is interrupted: it is taken when somebody says so, or the app is opened next. */
export function NewVersion() {
  const say = useSay();
  const newer = useSyncExternalStore(newerApp.listen, newerApp.get);
  if (newer === undefined) return null;
  return (
    <p className="strip strip-quiet strip-act">
      {say('field.install.newer')}
      <button type="button" onClick={takeNewer}>
        {say('field.install.take')}
      </button>
    </p>
  );
}
