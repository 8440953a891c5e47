import { Button } from 'antd-mobile';
import { useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import type { Outcome } from '../queue/item.ts';

interface NoRoomProps {
  readonly send: () => Promise<Outcome>;
  readonly onArrived: () => void;
}

/** The phone has no room to keep it: it stands on this page only, and can be sent from here as often as it takes. */
export function NoRoom({ send, onArrived }: NoRoomProps) {
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const press = async () => {
    setBusy(true);
    const ended = await send();
    setBusy(false);
    setOutcome(ended);
    if (ended.kind === 'sent') onArrived();
  };
  return (
    <div className="problem" role="alert">
      <strong>{say('field.noRoom.title')}</strong>
      {outcome?.kind === 'sent' ? (
        <p>{say('field.queue.number', { number: outcome.arrived.number })}</p>
      ) : (
        <p>{wordsOf(outcome) ?? say('field.noRoom.hint')}</p>
      )}
      <Button loading={busy} onClick={() => void press()}>
        {say('field.noRoom.send')}
      </Button>
    </div>
  );

  function wordsOf(ended: Outcome | undefined): string | undefined {
    switch (ended?.kind) {
      case 'refused':
      case 'fault':
      case 'photosGone':
        return ended.reason.detail ?? ended.reason.title;
      case 'signedOut':
        return say('field.noRoom.signedOut');
      case 'lost':
      case 'moved':
        return say('field.noRoom.lost');
      default:
        return undefined;
    }
  }
}
