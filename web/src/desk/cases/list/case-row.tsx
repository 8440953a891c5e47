import type { CaseRow as Row } from '@gezhi/contract/cases/index';
import { CaseLight } from '../../../ui/cases/case-light.tsx';
import { leftOf } from '../../../ui/cases/next.ts';
import { Clock, When } from '../../../ui/clock.tsx';
import { useSay } from '../../../words/locale.tsx';

/** One case in two lines: what and how long, which and with whom. */
export function TwoLines({ row }: { readonly row: Row }) {
  const say = useSay();
  const { next } = row;
  return (
    <>
      <span role="gridcell" className="case-row-light">
        <CaseLight row={row} bare />
      </span>
      <span role="gridcell" className="case-row-what">
        <span className="case-row-title">
          {row.urgency === 'urgent' ? <b className="case-urgent">{say('case.urgency.urgent')}</b> : null}
          <b>{row.category.name}</b> {row.description}
        </span>
        <span className="case-row-sub">
          <span>{row.number}</span>
          <span>{row.area.name}</span>
        </span>
      </span>
      <span role="gridcell" className="case-row-state">
        <TimeLeft row={row} />
        <span className="case-row-sub case-row-owner">
          {say(`case.state.${row.state}`)}
          {next === undefined ? null : <span> · {next.owner.name}</span>}
        </span>
      </span>
    </>
  );
}

/** What is left of the next step; of a case that is done, when it was. */
export function TimeLeft({ row }: { readonly row: Row }) {
  const { next } = row;
  return (
    <span className="case-row-time">
      {next === undefined ? (
        <When at={row.closedAt ?? row.updatedAt} />
      ) : (
        <Clock due={next.clock.dueAt} left={leftOf(next.clock)} still={next.clock.halted} short={row.light.short} />
      )}
    </span>
  );
}
