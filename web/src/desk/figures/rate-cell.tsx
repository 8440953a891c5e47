import type { UnitFiguresRow } from '@gezhi/contract/insight/index';
import { Link } from '@tanstack/react-router';
import { useLocale } from '../../words/locale.tsx';
import { intervalSpan, percent } from './percent.ts';
import { rowsBehind } from './search.ts';
import type { FiguresSearch } from './search.ts';

interface RateCellProps {
  readonly rate: UnitFiguresRow['rates'][number] | undefined;
  readonly search: FiguresSearch;
  readonly unit: UnitFiguresRow['unit'];
}

/** A rate as it should be read: its value, of how many, and how sure; each part opens its cases. */
export function RateCell({ rate, search, unit }: RateCellProps) {
  const { say } = useLocale();
  if (rate?.rate === undefined) return <span className="sheet-small">{say('figures.none')}</span>;
  const { code, interval } = rate;
  return (
    <span className={rate.ranked || unit.code === '' ? 'rate' : 'rate rate-few'}>
      <Link to="/cases" search={rowsBehind(search, unit, { rate: code, part: 'numerator' })} className="rate-value">
        {percent(rate.rate)}
      </Link>
      <Link to="/cases" search={rowsBehind(search, unit, { rate: code, part: 'denominator' })} className="rate-of">
        {say('figures.of', { m: plain(rate.numerator), n: plain(rate.denominator) })}
      </Link>
      {interval === undefined ? null : (
        <svg
          viewBox="0 0 100 6"
          preserveAspectRatio="none"
          className="rate-interval"
          role="img"
          aria-label={say('figures.interval', intervalSpan(interval))}
        >
          <title>{say('figures.interval', intervalSpan(interval))}</title>
          <path d="M0 3H100" className="rate-scale" />
          <path d={`M${interval[0] * 100} 3H${interval[1] * 100}`} className="rate-span" />
          <path d={`M${rate.rate * 100} 0V6`} className="rate-mark" />
        </svg>
      )}
      {rate.ranked || unit.code === '' ? null : <span className="rate-of">{say('figures.few')}</span>}
    </span>
  );
}

/** Half a case counts in the resolution rate. */
const plain = (count: number): number => Math.round(count * 10) / 10;
