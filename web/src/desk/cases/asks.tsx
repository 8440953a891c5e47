import type { CaseView } from '@gezhi/contract/cases/index';
import { Button } from 'antd';
import { When } from '../../ui/clock.tsx';
import { useSay } from '../../words/locale.tsx';
import { AskFacts } from './ask-facts.tsx';

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
            <AskFacts found={found} ask={ask} />
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
