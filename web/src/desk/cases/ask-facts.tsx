import type { CaseView } from '@gezhi/contract/cases/index';
import { countyZone } from '../../api/program-time.ts';
import { exactTime } from '../../ui/time-words.ts';
import { useSay } from '../../words/locale.tsx';
import { applicantOf } from './applicant.ts';
import { amountWords, extendedClock } from './commands/amount.ts';

interface AskFactsProps {
  readonly found: CaseView;
  readonly ask: CaseView['asks'][number];
}

/** What a judge must know: who asks, why, and what would become of which clock. */
export function AskFacts({ found, ask }: AskFactsProps) {
  const say = useSay();
  const by = applicantOf(found, ask);
  const clock = extendedClock(found, ask.workOrder);
  return (
    <dl className="ask-facts">
      {by === undefined ? null : (
        <>
          <dt>{say('case.ask.by')}</dt>
          <dd>{by}</dd>
        </>
      )}
      <dt>{say('form.reason')}</dt>
      <dd>{ask.reason}</dd>
      {ask.until === undefined ? null : (
        <>
          <dt>{say('form.until')}</dt>
          <dd>{exactTime(Date.parse(ask.until), countyZone)}</dd>
        </>
      )}
      {ask.amount === undefined || clock === undefined ? null : (
        <>
          <dt>{say('case.ask.clock', { stage: say(`case.stage.${clock.stage}`) })}</dt>
          <dd>
            {say('case.ask.change', {
              from: amountWords(say, clock.amount),
              to: amountWords(say, { kind: clock.amount.kind, amount: ask.amount }),
            })}
            <span className="sheet-small">
              {' '}
              {say('clock.due.at', { time: exactTime(Date.parse(clock.dueAt), countyZone) })}
            </span>
          </dd>
        </>
      )}
      {ask.amount === undefined || clock !== undefined ? null : (
        <>
          <dt>{say('case.clocks')}</dt>
          <dd>{say('case.ask.amount', { n: ask.amount })}</dd>
        </>
      )}
    </dl>
  );
}
