import { useSay } from '../words/locale.tsx';
import { Clock } from './clock.tsx';
import type { Left } from './time-words.ts';

/** States that owe nobody a next step. */
export type DoneState = 'closed' | 'rejected' | 'withdrawn' | 'merged';

/** What is next in a case and who owes it. */
export type NextStep =
  | { readonly done: DoneState }
  | {
      readonly done?: undefined;
      readonly owner: string;
      readonly stage:
        | 'accept'
        | 'dispatch'
        | 'acknowledge'
        | 'contact'
        | 'handle'
        | 'resume'
        | 'verify'
        | 'judge'
        | 'supervision'
        | 'reportIn'
        | 'result';
      readonly due?: string | undefined;
      readonly left?: Left | undefined;
      readonly still?: boolean | undefined;
      readonly short?: boolean | undefined;
      readonly rule?: string | undefined;
    };

/** The state with its owner: "待城管局签收，还剩 40 分钟". */
export function StateSentence({ next }: { readonly next: NextStep }) {
  const say = useSay();
  if (next.done !== undefined) return <span>{say(`case.nextDone.${next.done}`)}</span>;
  const stage = say(`case.stage.${next.stage}`);
  return (
    <span>
      {say('case.next', { owner: next.owner, stage: inSentence(stage) })}
      {next.due === undefined ? null : (
        <>
          {say('case.comma')}
          <Clock due={next.due} left={next.left} still={next.still} short={next.short} stage={stage} rule={next.rule} />
        </>
      )}
    </span>
  );
}

/** A name as it stands inside a sentence: English begins it with a small letter there. */
const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
