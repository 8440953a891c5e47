import { countyZone, useProgramNow } from '../api/program-time.ts';
import { useLocale, useSay } from '../words/locale.tsx';
import { ruleIdWords } from './cases/rule-words.ts';
import { agoWords, dueWords, exactTime } from './time-words.ts';
import type { Left } from './time-words.ts';
import './clock.css';

interface ClockProps {
  /** ISO time at which it ends; absent where nothing is timed. */
  readonly due?: string | undefined;
  readonly left?: Left | undefined;
  /** Standing still (deferred, handled): no hurry is shown. */
  readonly still?: boolean | undefined;
  /** Little time left, by the county's light rules. */
  readonly short?: boolean | undefined;
  /** What is timed and by which rule, for the hover text. */
  readonly stage?: string | undefined;
  /** Id of the rule; said in words. */
  readonly rule?: string | undefined;
}

/** Time left or gone, as people say it; the exact time and the rule on hover. Moves on by itself. */
export function Clock({ due, left, still = false, short = false, stage, rule }: ClockProps) {
  const { say, named } = useLocale();
  const now = useProgramNow();
  if (due === undefined) return <span className="clock clock-none">{say('clock.none')}</span>;
  const end = Date.parse(due);
  const time = exactTime(end, countyZone);
  const title =
    stage === undefined || rule === undefined
      ? say('clock.due.at', { time })
      : say('clock.tooltip', { stage, time, rule: ruleIdWords(rule, named) });
  const words = still && now <= end ? say('clock.paused') : dueWords(say, end, now, left);
  const mood = now - end >= 60_000 ? 'clock-over' : short ? 'clock-short' : '';
  return (
    <time className={`clock ${mood}`} dateTime={due} title={title}>
      {words}
    </time>
  );
}

/** When something happened: "3 分钟前", then the date; the exact time on hover. */
export function When({ at, exact = false }: { readonly at: string; readonly exact?: boolean }) {
  const say = useSay();
  const now = useProgramNow();
  const instant = Date.parse(at);
  const time = exactTime(instant, countyZone);
  return (
    <time dateTime={at} title={time}>
      {exact ? time : (agoWords(say, instant, now) ?? time.slice(0, 10))}
    </time>
  );
}
