import { type RegisterEntryRow, registerRoutes } from '@gezhi/contract/registers/index';
import { useAnswer } from '../../api/query.ts';
import { useLocale } from '../../words/locale.tsx';
import { Rows } from '../app/rows.tsx';
import type { Column } from '../app/rows.tsx';
import { Day, FieldsLine } from './entry-columns.tsx';

/** Training, hours served, commendations and other entries of one person, the latest first. For the page of a person. */
export function PersonRecords({ person }: { readonly person: string }) {
  const { say, named } = useLocale();
  const hours = useAnswer(registerRoutes.ofPerson, { params: { id: person }, query: { limit: 1 } }).data?.value.hours;
  const columns: readonly Column<RegisterEntryRow>[] = [
    { key: 'kind', title: say('registers.column.kind'), cell: (row) => named('registers.kind.', row.kind) },
    {
      key: 'what',
      title: say('registers.column.fields'),
      wide: true,
      cell: (row) => (
        <>
          {row.orgName === undefined ? '' : `${row.orgName} · `}
          <FieldsLine entry={row} />
        </>
      ),
    },
    { key: 'from', title: say('registers.column.from'), cell: (row) => <Day at={row.from} /> },
    { key: 'to', title: say('registers.column.to'), cell: (row) => <Day at={row.to} /> },
  ];
  return (
    <section aria-label={say('registers.person')}>
      {hours === undefined || hours.training + hours.service === 0 ? null : (
        <p>{say('registers.person.hours', { training: hours.training, service: hours.service })}</p>
      )}
      <Rows
        route={registerRoutes.ofPerson}
        params={{ id: person }}
        query={{}}
        columns={columns}
        keyOf={({ id }) => id}
        empty={say('registers.person.empty')}
        label={say('registers.person')}
      />
    </section>
  );
}
