import { bodyRoutes } from '@gezhi/contract/people/index';
import type { HandOverRow } from '@gezhi/contract/people/index';
import { When } from '../../ui/clock.tsx';
import { useSay } from '../../words/locale.tsx';
import { Rows } from '../app/rows.tsx';
import type { Column } from '../app/rows.tsx';

/** What was open when a body ended, and who took it. */
export function HandOvers({ id }: { readonly id: string }) {
  const say = useSay();
  const columns: readonly Column<HandOverRow>[] = [
    { key: 'kind', title: say('org.handOver.what'), cell: ({ kind }) => say(`org.duties.${kind}`) },
    { key: 'name', title: say('org.name'), wide: true, cell: ({ name }) => name },
    {
      key: 'to',
      title: say('org.handOver.to'),
      cell: ({ takenByName }) => takenByName ?? say('org.handOver.ended'),
    },
    { key: 'at', title: say('org.handOver.at'), cell: ({ at }) => <When at={at} exact /> },
  ];
  return (
    <section className="page-block">
      <h2>{say('org.handOvers')}</h2>
      <Rows
        route={bodyRoutes.handOvers}
        params={{ id }}
        query={{}}
        columns={columns}
        keyOf={(row) => row.id}
        empty={say('org.handOvers.none')}
        label={say('org.handOvers')}
      />
    </section>
  );
}
