import { type ExpiringRow, registerRoutes } from '@gezhi/contract/registers/index';
import { Segmented } from 'antd';
import { useState } from 'react';
import { Clock } from '../../ui/clock.tsx';
import { useLocale } from '../../words/locale.tsx';
import { Rows } from '../app/rows.tsx';
import type { Column } from '../app/rows.tsx';
import { useRoleName } from '../people/use-role-name.ts';
import { AreaName } from '../pickers/area-name.tsx';
import { Day } from './entry-columns.tsx';
import { Tools } from './tools.tsx';

const spans = [7, 30, 90, 365] as const;

/** What ends or expires soon, wherever it is kept: the next one first. */
export function ExpiringList() {
  const { say, named } = useLocale();
  const roleName = useRoleName();
  const [area, setArea] = useState<string>();
  const [days, setDays] = useState<number>(30);
  const kindOf = (row: ExpiringRow) => {
    if (row.what === 'post') return `${say('registers.expiring.post')} · ${roleName(row.kind)}`;
    return named('registers.kind.', row.kind);
  };
  const columns: readonly Column<ExpiringRow>[] = [
    { key: 'left', title: say('registers.left'), cell: (row) => <Clock due={row.at} /> },
    { key: 'at', title: say('registers.column.to'), cell: (row) => <Day at={row.at} /> },
    {
      key: 'what',
      title: say('registers.column.what'),
      cell: (row) => (row.what === 'care' ? say('registers.expiring.care') : kindOf(row)),
    },
    {
      key: 'who',
      title: say('registers.whose'),
      wide: true,
      cell: (row) => [row.personName, row.orgName].filter((name) => name !== undefined).join(' · '),
    },
    { key: 'area', title: say('registers.area'), cell: (row) => <AreaName code={row.area} /> },
  ];
  return (
    <>
      <Tools
        area={area}
        onArea={setArea}
        more={
          <Segmented
            aria-label={say('registers.within')}
            value={days}
            onChange={setDays}
            options={spans.map((span) => ({ value: span, label: say('registers.days', { n: span }) }))}
          />
        }
      />
      <Rows
        route={registerRoutes.expiring}
        query={{ days, ...(area === undefined ? {} : { area }) }}
        columns={columns}
        keyOf={({ id }) => id}
        empty={say('registers.expiring.empty')}
        label={say('registers.kind.expiring')}
      />
    </>
  );
}
