import { areaRoutes } from '@gezhi/contract/places/index';
import type { AreaDetail } from '@gezhi/contract/places/index';
import { Button } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
import { addressOf } from '../../api/address.ts';
import { countyZone } from '../../api/program-time.ts';
import { problemOf, useAnswer } from '../../api/query.ts';
import { AreaMap } from '../../ui/map/index.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { exactTime } from '../../ui/time-words.ts';
import { useLocale } from '../../words/locale.tsx';
import { useMay } from '../app/session.tsx';
import { useOutlines } from '../pickers/use-outlines.ts';
import { AddArea } from './add-area.tsx';
import { Coverage } from './coverage.tsx';
import { EditArea } from './edit-area.tsx';
import { faultOutlines } from './fault-outlines.ts';
import { RetireArea } from './retire-area.tsx';
import type { PlacesSearch } from './search.ts';
import { useCoverage } from './use-coverage.ts';

/** Drawing brings geometry along, which nobody else needs. */
const DrawBoundary = lazy(() =>
  import('./boundary/draw-boundary.tsx').then((module) => ({ default: module.DrawBoundary })),
);

interface AreaSheetProps {
  readonly code: string;
  readonly tool: PlacesSearch['tool'];
  readonly onTool: (tool: PlacesSearch['tool']) => void;
  readonly onArea: (code: string) => void;
}

/** One area: its facts, its map with those under it, the coverage check drawn on it, labels, export, changes. */
export function AreaSheet({ code, tool, onTool, onArea }: AreaSheetProps) {
  const { say, named } = useLocale();
  const mayEdit = useMay('place.edit');
  const detail = useAnswer(areaRoutes.getArea, { params: { code } });
  const outlines = useOutlines(code, code);
  const coverage = useCoverage(code, tool === 'coverage');
  const shown = useMemo(
    () => [...outlines, ...faultOutlines(coverage.data?.value.faults ?? [])],
    [outlines, coverage.data],
  );

  if (detail.isPending) return <Loading rows={6} />;
  if (detail.data === undefined) return <Failed problem={problemOf(detail.error)} />;
  const { value: area, etag } = detail.data;
  const print = (kind?: string) => addressOf(areaRoutes.printLabels.path, { code }, { kind });
  return (
    <>
      <section className="page-block">
        <h2 className="places-name">{area.name}</h2>
        <p className="sheet-small">
          {[
            ...(area.above.length === 0 ? [] : [area.above.map(({ name }) => name).join(' › ')]),
            named('places.kind.', area.kind),
          ].join(' · ')}
        </p>
        {tool === 'boundary' ? null : <Facts area={area} />}
        <div className="page-choices">
          <Button onClick={() => onTool(tool === 'coverage' ? undefined : 'coverage')}>{say('places.coverage')}</Button>
          <Button href={print()} target="_blank">
            {say('places.label')}
          </Button>
          <Button href={print('grid')} target="_blank">
            {say('places.labels.grids')}
          </Button>
          <Button href={addressOf(areaRoutes.exportAreas.path, { code }, {})} download={`${code}.geojson`}>
            {say('places.export')}
          </Button>
          {mayEdit ? (
            <>
              {area.retiredAt === undefined ? (
                <Button onClick={() => onTool('boundary')}>{say('places.draw')}</Button>
              ) : null}
              <Button onClick={() => onTool('add')}>{say('places.add')}</Button>
              <Button onClick={() => onTool('edit')}>{say('places.edit')}</Button>
              <Button onClick={() => onTool('retire')}>{say('places.retire')}</Button>
            </>
          ) : null}
        </div>
      </section>
      {tool === 'coverage' ? <Coverage answer={coverage} /> : null}
      {tool === 'add' ? <AddArea parent={area} onDone={() => onTool(undefined)} /> : null}
      {tool === 'edit' ? <EditArea area={area} etag={etag} onDone={() => onTool(undefined)} /> : null}
      {tool === 'retire' ? <RetireArea area={area} onDone={() => onTool(undefined)} /> : null}
      {tool === 'boundary' && mayEdit ? (
        <Suspense fallback={<Loading rows={6} />}>
          <DrawBoundary area={area} onDone={() => onTool(undefined)} />
        </Suspense>
      ) : (
        <div className="places-map">
          <AreaMap label={say('places.map')} outlines={shown} onArea={onArea} />
        </div>
      )}
    </>
  );
}

function Facts({ area }: { readonly area: AreaDetail }) {
  const { say, locale } = useLocale();
  const number = new Intl.NumberFormat(locale);
  const boundaries = useAnswer(areaRoutes.listBoundaries, { params: { code: area.code } });
  const versions = boundaries.data?.value.rows ?? [];
  const last = versions.at(-1);
  const facts: readonly (readonly [string, string | undefined])[] = [
    [say('places.code'), area.code],
    [say('places.households'), area.households === undefined ? undefined : number.format(area.households)],
    [say('places.population'), area.population === undefined ? undefined : number.format(area.population)],
    [say('places.desk'), area.desk?.name],
    [
      say('places.boundary'),
      last === undefined
        ? say('places.boundary.none')
        : [
            say('places.boundary.area', { n: number.format(Math.round(last.squareMetres)) }),
            say('places.boundary.versions', { n: versions.length }),
          ].join(say('case.comma')),
    ],
    [say('places.zones'), area.zones.length === 0 ? undefined : area.zones.map(({ name }) => name).join(say('ui.and'))],
    [say('places.validFrom'), exactTime(Date.parse(area.validFrom), countyZone).slice(0, 10)],
  ];
  return (
    <>
      {area.retiredAt === undefined ? null : (
        <p role="note">
          {say('places.retired', { time: exactTime(Date.parse(area.retiredAt), countyZone).slice(0, 10) })}
          {area.answering.length === 0 ? null : (
            <>
              {say('case.comma')}
              {say('places.answering', { names: area.answering.map(({ name }) => name).join(say('ui.and')) })}
            </>
          )}
        </p>
      )}
      <dl className="sheet-facts places-facts">
        {facts.map(([name, value]) =>
          value === undefined ? null : (
            <div key={name} className="places-fact">
              <dt>{name}</dt>
              <dd className="figures">{value}</dd>
            </div>
          ),
        )}
      </dl>
    </>
  );
}
