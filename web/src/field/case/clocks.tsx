import type { CaseView } from '@gezhi/contract/cases/index';
import { leftOf } from '../../ui/cases/next.ts';
import { Clock } from '../../ui/clock.tsx';
import { useSay } from '../../words/locale.tsx';

/** The clocks that run now: what, who owes it, how long. */
export function Clocks({ clocks }: { readonly clocks: CaseView['clocks'] }) {
  const say = useSay();
  const running = clocks.filter(({ outcome, stoppedAt }) => outcome === undefined && stoppedAt === undefined);
  if (running.length === 0) return null;
  return (
    <section className="card">
      <span className="label">{say('field.case.clocks')}</span>
      <ul className="plain">
        {running.map((clock) => (
          <li key={clock.id} className="clock-line">
            <span>
              {say(`case.stage.${clock.stage}`)} <span className="quiet">{clock.owner.name}</span>
            </span>
            <Clock
              due={clock.dueAt}
              left={leftOf(clock)}
              still={clock.halted}
              rule={clock.rule}
              stage={say(`case.stage.${clock.stage}`)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
