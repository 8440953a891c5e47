import type { AreaDetail } from '@gezhi/contract/places/index';
import { type CoverageFault, type MultiPolygon, squareMetres, type Surroundings } from '@gezhi/domain/places/index';
import type { Outline } from '../../../ui/map/index.tsx';
import { useLocale } from '../../../words/locale.tsx';
import { writable } from './use-surroundings.ts';

interface FitReportProps {
  readonly shape: MultiPolygon;
  readonly faults: readonly CoverageFault[];
  readonly surroundings: Surroundings;
  readonly names: ReadonlyMap<string, string>;
  readonly area: AreaDetail;
}

const most = 50;

/** Whether the drawing fits, as one draws: each gap, overlap and unsound ring with its m²; the same is drawn on the map. */
export function FitReport({ shape, faults, surroundings, names, area }: FitReportProps) {
  const { say, named, locale } = useLocale();
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const metres = (n: number) => say('places.boundary.area', { n: number.format(n) });
  const drawn = shape.coordinates.length > 0;
  const unsound = faults.some(({ kind }) => kind === 'invalid');
  return (
    <section className="boundary-fit" aria-label={say('places.coverage')}>
      <h3 role="status" className={faults.length === 0 && drawn ? 'boundary-fits' : undefined}>
        {drawn
          ? faults.length === 0
            ? say('places.draw.fits')
            : say('places.coverage.faults', { n: faults.length })
          : say('places.draw.empty')}
      </h3>
      <p className="sheet-small figures">
        {drawn && !unsound ? metres(squareMetres(shape)) : null}
        {surroundings.parent === undefined && area.above.length > 0 ? ` ${say('places.draw.noParent')}` : null}
      </p>
      <ul className="places-faults">
        {faults.slice(0, most).map((fault, i) => (
          <li key={`${fault.kind} ${fault.codes.join()} ${i}`}>
            <b>{named('places.fault.', fault.kind)}</b>
            <span className="figures">{metres(fault.squareMetres)}</span>
            <span className="sheet-small">{fault.codes.map((code) => names.get(code) ?? code).join(' · ')}</span>
            {fault.kind === 'invalid' ? <span>{named('problem.field.', fault.problem)}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The faults as shapes for the map. */
export function faultsAsOutlines(faults: readonly CoverageFault[]): readonly Outline[] {
  return faults.flatMap((fault, i): Outline[] => {
    if (fault.kind === 'invalid' || fault.kind === 'unchecked') return [];
    const tone = fault.kind === 'overlap' ? 'overlap' : 'gap';
    return [{ code: `fault-${i}`, name: '', geometry: writable(fault.geometry), tone }];
  });
}
