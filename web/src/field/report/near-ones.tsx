import { caseRoutes } from '@gezhi/contract/cases/index';
import { useAnswer } from '../../api/query.ts';
import { useSay } from '../../words/locale.tsx';
import { Go } from '../app/navigate.tsx';

interface NearOnesProps {
  readonly point: readonly [number, number] | undefined;
  readonly category: string;
}

/** Open matters like this one nearby, so that nobody reports twice. Only a hint: a worker may report all the same. */
export function NearOnes({ point, category }: NearOnesProps) {
  const say = useSay();
  const [lon = 0, lat = 0] = point ?? [];
  const query = { lon, lat, ...(category !== '' && { category }) };
  const near = useAnswer(caseRoutes.nearby, { query }, { enabled: point !== undefined && category !== '' });
  const rows = near.data?.value.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <details className="card">
      <summary>{say('field.report.near', { n: rows.length })}</summary>
      <ul className="near">
        {rows.map((row) => (
          <li key={row.id}>
            <Go to={{ at: 'case', id: row.id }}>
              {row.category.name} · {row.area.name} · {say('field.report.near.metres', { n: row.metres })} ·{' '}
              {say(`case.state.${row.state}`)}
            </Go>
          </li>
        ))}
      </ul>
    </details>
  );
}
