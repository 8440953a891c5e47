import type { CaseView } from '@gezhi/contract/cases/index';
import { countyZone } from '../../api/program-time.ts';
import { Clock } from '../../ui/clock.tsx';
import { exactTime } from '../../ui/time-words.ts';
import { useSay } from '../../words/locale.tsx';
import { leftOf } from '../../ui/cases/next.ts';
import { RuleName } from './rule-name.tsx';

type ClockView = CaseView['clocks'][number];

/** Every clock of the case, running ones first, each with the rule that gave it. */
export function Clocks({ clocks }: { readonly clocks: readonly ClockView[] }) {
  const say = useSay();
  if (clocks.length === 0) return null;
  const sorted = clocks.toSorted(
    (a, b) => Number(a.stoppedAt !== undefined) - Number(b.stoppedAt !== undefined) || a.dueAt.localeCompare(b.dueAt),
  );
  return (
    <section className="sheet-block">
      <h3>{say('case.clocks')}</h3>
      <table className="sheet-table">
        <thead>
          <tr>
            <th scope="col">{say('case.clock.col.stage')}</th>
            <th scope="col">{say('case.clock.col.owner')}</th>
            <th scope="col">{say('case.clock.col.due')}</th>
            <th scope="col">{say('case.clock.col.state')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((clock) => (
            <ClockRow key={clock.id} clock={clock} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ClockRow({ clock }: { readonly clock: ClockView }) {
  const say = useSay();
  const stage = say(`case.stage.${clock.stage}`);
  return (
    <tr className={clock.stoppedAt === undefined ? undefined : 'sheet-done'}>
      <td>{stage}</td>
      <td>{clock.owner.name}</td>
      <td>{exactTime(Date.parse(clock.dueAt), countyZone).slice(5)}</td>
      <td>
        {clock.stoppedAt === undefined ? (
          <Clock due={clock.dueAt} left={leftOf(clock)} still={clock.halted} stage={stage} rule={clock.rule} />
        ) : (
          say(`case.clock.stopped.${clock.outcome ?? 'dropped'}`)
        )}
        <div className="sheet-small">
          <RuleName rule={clock.rule} version={clock.ruleVersion} />
        </div>
      </td>
    </tr>
  );
}
