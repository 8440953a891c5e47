import type { FaultRow, FaultsAnswer } from '@gezhi/contract/insight/index';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { When } from '../../ui/clock.tsx';
import { useSay } from '../../words/locale.tsx';
import { placeOf, remedyOf } from './remedies.ts';

type Group = FaultsAnswer['groups'][number];

/** Lines shown before somebody asks for all. */
const FEW = 3;

/** Faults of one kind: how many, what they mean and how they are mended, then the lines, each opening its matter. */
export function FaultGroup({ group }: { readonly group: Group }) {
  const say = useSay();
  const [all, setAll] = useState(false);
  const remedy = remedyOf(group.kind);
  const shown = all ? group.rows : group.rows.slice(0, FEW);
  const hidden = group.rows.length - shown.length;
  const beyond = group.count - group.rows.length;
  return (
    <section className="page-block fault-group" aria-label={group.name}>
      <div className="fault-head">
        <h2>
          {group.name} <span className="fault-count">{group.count}</span>
        </h2>
        {remedy === undefined ? null : (
          <Link to={remedy.to} search={(remedy.search ?? {}) as never}>
            {say(`faults.go.${pageOf(remedy.to)}`)}
          </Link>
        )}
      </div>
      <p>{say(`faults.about.${group.kind}`)}</p>
      <ul className="fault-lines">
        {shown.map((row) => (
          <Line key={row.ref + row.text} kind={group.kind} row={row} />
        ))}
      </ul>
      {hidden > 0 ? (
        <Button size="small" onClick={() => setAll(true)}>
          {say('faults.showAll', { n: group.rows.length })}
        </Button>
      ) : null}
      {all && beyond > 0 ? <p className="sheet-small">{say('faults.more', { n: beyond })}</p> : null}
    </section>
  );
}

type Page = 'rules' | 'people' | 'places' | 'outbox' | 'supervision' | 'cases' | 'duty';
const pageOf = (to: string): Page => to.slice(1) as Page;

function Line({ kind, row }: { readonly kind: Group['kind']; readonly row: FaultRow }) {
  const place = placeOf(kind, row);
  return (
    <li>
      {place === undefined ? (
        row.text
      ) : (
        <Link to={place.to} search={(place.search ?? {}) as never}>
          {row.text}
        </Link>
      )}
      {row.at === undefined ? null : (
        <span className="sheet-small">
          <When at={row.at} />
        </span>
      )}
    </li>
  );
}
