import { caseRoutes } from '@gezhi/contract/cases/index';
import { useQuery } from '@tanstack/react-query';
import { problemOf, read } from '../../api/query.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { useSay } from '../../words/locale.tsx';
import { CaseLinks } from './case-links.tsx';

interface EarlierProps {
  readonly phone: string;
  readonly onOpen: (id: string) => void;
}

/** What the number raised before. The look-up is kept on record, so it is made only when asked for. */
export function Earlier({ phone, onOpen }: EarlierProps) {
  const say = useSay();
  const earlier = useQuery({
    queryKey: [caseRoutes.callers.name, phone],
    queryFn: () => read(caseRoutes.callers, { body: { phone } }),
    enabled: phone !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <section className="page-block">
      <h2>{say('hotline.earlier')}</h2>
      {phone === '' ? <p className="sheet-small">{say('hotline.earlier.hint')}</p> : null}
      {earlier.isLoading ? <Loading rows={2} /> : null}
      {earlier.isError ? <Failed problem={problemOf(earlier.error)} /> : null}
      {earlier.data === undefined ? null : earlier.data.value.rows.length === 0 ? (
        <p className="sheet-small">{say('hotline.earlier.none')}</p>
      ) : (
        <CaseLinks rows={earlier.data.value.rows} onOpen={onOpen} />
      )}
    </section>
  );
}
