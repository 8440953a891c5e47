import { peopleRoutes } from '@gezhi/contract/people/index';
import { useQuery } from '@tanstack/react-query';
import { read, useAnswer } from '../../api/query.ts';

const KEPT = 600_000;
/** Organisations read at once; one that is not among them is asked for by itself. */
const MOST = 1000;

/** The name of an organisation. Blank until it is read: an id would only flash by. */
export function OrgName({ id }: { readonly id: string }) {
  const all = useQuery({
    // Begins like the list, so that whatever refreshes that refreshes the names too.
    queryKey: [peopleRoutes.listOrganisations.name, 'names'],
    queryFn: orgNames,
    staleTime: KEPT,
  });
  const found = all.data?.get(id);
  const missed = !all.isPending && found === undefined;
  const alone = useAnswer(peopleRoutes.getOrganisation, { params: { id } }, { enabled: missed, staleTime: KEPT });
  return <span title={id}>{found ?? alone.data?.value.name ?? (alone.isError ? id.slice(0, 8) : ' ')}</span>;
}

async function orgNames(): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  let cursor: string | undefined;
  do {
    const query = { limit: 200, ...(cursor === undefined ? {} : { cursor }) };
    const { value } = await read(peopleRoutes.listOrganisations, { query });
    for (const { id, name } of value.rows) names.set(id, name);
    cursor = value.next;
  } while (cursor !== undefined && names.size < MOST);
  return names;
}
