import { areaRoutes } from '@gezhi/contract/places/index';
import { useAnswer } from '../../api/query.ts';

/** The name of an area by its code; the code until it is read. */
export function AreaName({ code }: { readonly code: string }) {
  const area = useAnswer(areaRoutes.getArea, { params: { code } }, { staleTime: 600_000 });
  return <span title={code}>{area.data?.value.name ?? code}</span>;
}
