import { peopleRoutes } from '@gezhi/contract/people/index';
import { areaRoutes } from '@gezhi/contract/places/index';
import { useAnswer } from '../../api/query.ts';

interface PostPlaceProps {
  readonly area: string | undefined;
  readonly org: string | undefined;
}

/** Where a post holds, by name. */
export function PostPlace({ area, org }: PostPlaceProps) {
  const named = useAnswer(areaRoutes.getArea, { params: { code: area ?? '' } }, { enabled: area !== undefined });
  const body = useAnswer(peopleRoutes.getOrganisation, { params: { id: org ?? '' } }, { enabled: org !== undefined });
  const names = [named.data?.value.name, body.data?.value.name].filter((name) => name !== undefined);
  return <span className="quiet"> {names.join(' · ')}</span>;
}
