import { problemOf } from '../../api/query.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { useLocale } from '../../words/locale.tsx';
import type { useCoverage } from './use-coverage.ts';

/** Whether the areas under one cover it: each gap and overlap in m², drawn on the map below. */
export function Coverage({ answer }: { readonly answer: ReturnType<typeof useCoverage> }) {
  const { say, named, locale } = useLocale();
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  if (answer.isPending) return <Loading rows={2} />;
  if (answer.data === undefined)
    return <Failed problem={problemOf(answer.error)} retry={() => void answer.refetch()} />;
  const { complete, children, faults, undrawn } = answer.data.value;
  return (
    <section className="page-block" role="status">
      <h2>
        {complete
          ? say('places.coverage.complete', { n: children })
          : say('places.coverage.faults', { n: faults.length })}
      </h2>
      {undrawn.length === 0 ? null : (
        <p>{say('places.coverage.undrawn', { names: undrawn.map(({ name }) => name).join(say('ui.and')) })}</p>
      )}
      {faults.length === 0 ? null : (
        <ul className="places-faults">
          {faults.slice(0, 100).map((fault) => (
            <li key={fault.kind + fault.areas.join() + fault.squareMetres}>
              <b>{named('places.fault.', fault.kind)}</b>
              <span className="figures">{say('places.boundary.area', { n: number.format(fault.squareMetres) })}</span>
              <span className="sheet-small">{fault.areas.join(' · ')}</span>
              {fault.problem === undefined ? null : <span>{named('problem.field.', fault.problem)}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
