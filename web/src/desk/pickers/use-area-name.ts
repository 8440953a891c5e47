import { areaRoutes } from '@gezhi/contract/places/index';
import { useQuery } from '@tanstack/react-query';
import { read } from '../../api/query.ts';

const KEPT = 600_000;
/** Codes that one question takes. */
const MOST = 200;

/** Who waits for which code. */
let waiting = new Map<string, ((name: string) => void)[]>();
let failing: ((error: unknown) => void)[] = [];

async function ask(): Promise<void> {
  const [asked, failed] = [waiting, failing];
  waiting = new Map();
  failing = [];
  const codes = [...asked.keys()];
  try {
    for (let at = 0; at < codes.length; at += MOST) {
      const some = codes.slice(at, at + MOST);
      const { value } = await read(areaRoutes.areaNames, { query: { codes: some.join(',') } });
      const names = new Map(value.rows.map(({ code, name }) => [code, name]));
      for (const code of some) for (const answer of asked.get(code) ?? []) answer(names.get(code) ?? code);
    }
  } catch (error) {
    for (const fail of failed) fail(error);
  }
}

/** The name of one area; everything asked for in the same moment goes in one question. */
function nameOf(code: string): Promise<string> {
  return new Promise((answer, fail) => {
    if (waiting.size === 0) setTimeout(() => void ask(), 0);
    waiting.set(code, [...(waiting.get(code) ?? []), answer]);
    failing.push(fail);
  });
}

/**
 * The name of an area. However many codes a page shows, wherever they stand in the tree, it asks once. Undefined while
 * it is read; the code where nothing names it.
 */
export function useAreaName(code: string): string | undefined {
  const name = useQuery({
    // Begins like the list of areas, so that whatever refreshes that refreshes the names too.
    queryKey: [areaRoutes.listAreas.name, 'name', code],
    queryFn: () => nameOf(code),
    enabled: /^\d{2,30}$/.test(code),
    staleTime: KEPT,
  });
  return name.data ?? (name.isPending && name.fetchStatus !== 'idle' ? undefined : code);
}
