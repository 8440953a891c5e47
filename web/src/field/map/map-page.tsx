import { caseRoutes } from '@gezhi/contract/cases/index';
import { useMemo } from 'react';
import { problemOf, useAnswer } from '../../api/query.ts';
import { CaseLight } from '../../ui/cases/case-light.tsx';
import { leftOf } from '../../ui/cases/next.ts';
import { Clock } from '../../ui/clock.tsx';
import { LightLegend } from '../../ui/light-legend.tsx';
import { AreaMap } from '../../ui/map/index.tsx';
import { Failed } from '../../ui/states.tsx';
import { useSay } from '../../words/locale.tsx';
import { Go, go } from '../app/navigate.tsx';
import { useOutlines } from './use-outlines.ts';
import './map-page.css';

/** The own area with what is open in it. A light that is tapped says what it is; the list of today carries the same. */
export function MapPage({ open }: { readonly open: string | undefined }) {
  const say = useSay();
  const outlines = useOutlines();
  const answer = useAnswer(caseRoutes.map, { query: { open: 'true' } });
  const found = answer.data?.value;
  const marks = useMemo(() => (found?.points ?? []).map(({ id, point, light }) => ({ id, point, light })), [found]);
  if (answer.isError && found === undefined) {
    return <Failed problem={problemOf(answer.error)} retry={() => void answer.refetch()} />;
  }
  const without = found?.withoutPlace ?? 0;
  return (
    <main className="map-page">
      <AreaMap
        label={say('field.map.label')}
        outlines={outlines}
        marks={marks}
        chosen={open}
        onOpen={(id) => go({ at: 'map', open: id }, { replace: true })}
      />
      <div className="map-count">
        <p role="status">
          {found === undefined ? say('ui.loading') : say('field.map.count', { n: found.total })}
          {without === 0 ? null : ` · ${say('field.map.without', { n: without })}`}
        </p>
        <LightLegend lights={found?.points.map(({ light }) => light)} closed={false} />
      </div>
      {open === undefined ? null : <Opened id={open} />}
    </main>
  );
}

function Opened({ id }: { readonly id: string }) {
  const say = useSay();
  const row = useAnswer(caseRoutes.get, { params: { id } }).data?.value;
  if (row === undefined) return null;
  return (
    <Go to={{ at: 'case', id }} className="map-opened">
      <span className="work-title">
        <CaseLight row={row} bare />
        <b>{row.category.name}</b>
        <span className="work-time">
          {row.next === undefined ? null : (
            <Clock due={row.next.clock.dueAt} left={leftOf(row.next.clock)} still={row.next.clock.halted} />
          )}
        </span>
      </span>
      <span className="work-words">{row.description}</span>
      <span className="map-open">{say('field.map.open')}</span>
    </Go>
  );
}
