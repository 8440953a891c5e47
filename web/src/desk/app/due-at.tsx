import { countyZone, useProgramNow } from '../../api/program-time.ts';
import { dueWords, exactTime } from '../../ui/time-words.ts';
import { useSay } from '../../words/locale.tsx';

/**
 * A deadline of which only the moment is known, not the kind of time it counts: the moment itself, so that it never
 * contradicts the working time that the case page says; once it is over, by how much.
 */
export function DueAt({ at }: { readonly at: string | undefined }) {
  const say = useSay();
  const now = useProgramNow();
  if (at === undefined) return <span className="clock clock-none">{say('clock.none')}</span>;
  const due = Date.parse(at);
  const time = exactTime(due, countyZone);
  const over = now - due >= 60_000;
  return (
    <time className={over ? 'clock clock-over' : 'clock'} dateTime={at} title={say('clock.due.at', { time })}>
      {over ? dueWords(say, due, now) : say('clock.due.at', { time })}
    </time>
  );
}
