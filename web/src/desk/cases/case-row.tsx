import type { CaseRow as Row } from '@gezhi/contract/cases/index';
import { When } from '../../ui/clock.tsx';
import { Clock } from '../../ui/clock.tsx';
import { useSay } from '../../words/locale.tsx';
import { CaseLight } from '../../ui/cases/case-light.tsx';
import { leftOf } from '../../ui/cases/next.ts';

/** One case in two lines: what and how long, which and with whom. */
export function CaseRowCells({ row }: { readonly row: Row }) {
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
        <span className="case-row-time">
          {next === undefined ? (
            <When at={row.closedAt ?? row.updatedAt} />
          ) : (
            <Clock due={next.clock.dueAt} left={leftOf(next.clock)} still={next.clock.halted} short={row.light.short} />
          )}
        </span>
        <span className="case-row-sub case-row-owner">
          {say(`case.state.${row.state}`)}
          {next === undefined ? null : <span> · {next.owner.name}</span>}
        </span>
      </span>
    </>
  );
}
