import { caseRoutes } from '@gezhi/contract/cases/index';
import { Button } from 'antd';
import { useAnswer } from '../../api/query.ts';
import type { LonLat } from '../../ui/map/index.tsx';
import { useSay } from '../../words/locale.tsx';

interface NearbyProps {
  readonly point: LonLat | undefined;
  readonly category: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** Open cases like it within a stone's throw, before another is made. */
export function Nearby({ point, category, onOpen }: NearbyProps) {
  const say = useSay();
  const [lon, lat] = point ?? [0, 0];
  const near = useAnswer(
    caseRoutes.nearby,
    { query: { lon, lat, ...(category === undefined ? {} : { category }) } },
    { enabled: point !== undefined },
  );
  const rows = near.data?.value.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="page-block">
      <h2>{say('hotline.near')}</h2>
      <p className="sheet-small">{say('hotline.near.hint')}</p>
      <ul className="sheet-list">
        {rows.map((row) => (
          <li key={row.id} className="sheet-line">
            <Button type="link" size="small" className="figures hotline-number" onClick={() => onOpen(row.id)}>
              {row.number}
            </Button>
            <span>{row.category.name}</span>
            <span>{say(`case.state.${row.state}`)}</span>
            <span className="sheet-small">{say('case.same.metres', { n: Math.round(row.metres) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
