import { peopleRoutes } from '@gezhi/contract/people/index';
import { useAnswer } from '../../api/query.ts';

/** The name of an organisation; its id until it is read. */
export function OrgName({ id }: { readonly id: string }) {
  const org = useAnswer(peopleRoutes.getOrganisation, { params: { id } }, { staleTime: 600_000 });
  return <span title={id}>{org.data?.value.name ?? id.slice(0, 8)}</span>;
}
