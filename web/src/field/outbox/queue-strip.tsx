import { useSay } from '../../words/locale.tsx';
import { Go } from '../app/navigate.tsx';
import type { Round } from '../queue/send-waiting.ts';
import { useQueue } from '../queue/use-queue.ts';
import './outbox.css';

interface QueueStripProps {
  /** Whether the line to the server is up. */
  readonly up: boolean;
  readonly ended: Round | undefined;
  /** The page under it lists what waits itself: only the line is left to say. */
  readonly listed: boolean;
}

/** On top of every page: what waits to be sent, what needs somebody, and the state of the line. Nothing when all is well. */
export function QueueStrip({ up, ended, listed }: QueueStripProps) {
  const say = useSay();
  const items = useQueue();
  const count = (...names: readonly string[]) => items.filter(({ state }) => names.includes(state.name)).length;
  const [waiting, refused] = [count('waiting', 'sending'), count('refused')];
  const down = !up || ended?.kind === 'unreachable';
  if (listed || (waiting === 0 && refused === 0)) {
    return down ? (
      <p className="strip" role="status">
        {say('field.line.lost')}
      </p>
    ) : null;
  }
  return (
    <Go to={{ at: 'queue' }} className={refused > 0 ? 'queue-strip needs-you' : 'queue-strip'}>
      <span role="status">
        {[
          refused === 0 ? undefined : say('field.strip.refused', { n: refused }),
          waiting === 0 ? undefined : say('field.strip.waiting', { n: waiting }),
          down ? say('field.strip.down') : undefined,
        ]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </span>
      <b>{say('field.strip.look')}</b>
    </Go>
  );
}
