import { groupRoutes } from '@gezhi/contract/registers/index';
import { problemOf, useAnswer } from '../../api/query.ts';
import { When } from '../../ui/clock.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { useLocale } from '../../words/locale.tsx';
import { AreaName } from '../pickers/area-name.tsx';

/** Coverage of an area by its groups, and why the sum of what groups say is another number. */
export function CoveragePanel({ area }: { readonly area: string }) {
  const { say, locale } = useLocale();
  const answer = useAnswer(groupRoutes.coverage, { query: { area } });
  if (answer.isPending) return <Loading rows={2} />;
  if (answer.data === undefined) return <Failed problem={problemOf(answer.error)} />;
  const { reached, atMost, households, rate, rateAtMost, claimed, difference, groups, oldestReport } =
    answer.data.value;
  const count = (n: number) => n.toLocaleString(locale);
  const percent = (part: number) =>
    part.toLocaleString(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const parts = (['twice', 'moved', 'outside', 'unproven'] as const).filter((part) => difference[part] > 0);
  return (
    <section className="page-block coverage" aria-label={say('registers.coverage')}>
      <div>
        <h2>
          <AreaName code={area} /> · {say('registers.coverage')}
        </h2>
        {rate === undefined ? (
          <p>{say('registers.coverage.none')}</p>
        ) : (
          <>
            <div className="coverage-rate">{percent(rate)}</div>
            <progress className="coverage-bar" max={1} value={rate} aria-label={say('registers.coverage')} />
            <div>
              {say('registers.coverage.of', { reached: count(reached), households: count(households), groups })}
            </div>
            {rateAtMost === undefined || atMost === reached ? null : (
              <div className="registers-small">
                {say('registers.coverage.atMost', { n: count(atMost), rate: percent(rateAtMost) })}
              </div>
            )}
          </>
        )}
      </div>
      <div>
        <h2>{say('registers.difference')}</h2>
        <table className="coverage-sum">
          <tbody>
            <tr>
              <th scope="row">{say('registers.difference.claimed')}</th>
              <td>{count(claimed)}</td>
            </tr>
            {parts.map((part) => (
              <tr key={part}>
                <th scope="row">{say(`registers.difference.${part}`)}</th>
                <td>−{count(difference[part])}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{say('registers.difference.reached')}</th>
              <td>{count(reached)}</td>
            </tr>
          </tbody>
        </table>
        {oldestReport === undefined ? null : (
          <p className="registers-small">
            {say('registers.oldestReport')} <When at={oldestReport} exact />
          </p>
        )}
      </div>
    </section>
  );
}
