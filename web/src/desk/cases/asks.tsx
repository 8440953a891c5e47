import type { CaseView } from '@gezhi/contract/cases/index';
import { Button } from 'antd';
import { countyZone } from '../../api/program-time.ts';
import { When } from '../../ui/clock.tsx';
import { exactTime } from '../../ui/time-words.ts';
import { useSay } from '../../words/locale.tsx';

interface AsksProps {
  readonly found: CaseView;
  readonly onJudge: (ask: string) => void;
}

/** What was asked and waits for a ruling. */
export function Asks({ found, onJudge }: AsksProps) {
  const say = useSay();
  const waiting = found.asks.filter(({ judgedAt }) => judgedAt === undefined);
  if (waiting.length === 0) return null;
  return (
    <section className="sheet-block">
      <h3>{say('case.asks')}</h3>
      <ul className="sheet-list">
        {waiting.map((ask) => (
          <li key={ask.id}>
            <div className="sheet-line">
              <b>{say(`case.ask.${ask.kind}`)}</b>
              <span className="sheet-small">
                <When at={ask.at} /> · {say('case.ask.judge', { desk: ask.judge.name })}
              </span>
            </div>
            <div>{ask.reason}</div>
            {ask.until === undefined ? null : (
              <div className="sheet-small">
                {say('case.ask.until', { time: exactTime(Date.parse(ask.until), countyZone) })}
              </div>
            )}
            {ask.amount === undefined ? null : (
              <div className="sheet-small">{say('case.ask.amount', { n: ask.amount })}</div>
            )}
            {ask.mine && found.commands.includes('judge') ? (
              <Button size="small" onClick={() => onJudge(ask.id)}>
                {say('case.command.judge')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
