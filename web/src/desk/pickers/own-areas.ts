import { useSession } from '../app/session.tsx';

/** The areas that the own posts cover, without those another covers; the county where posts are of bodies only. */
export function useOwnAreas(): readonly string[] {
  const { posts, county } = useSession();
  const codes = [...new Set(posts.flatMap(({ area }) => area ?? []))].sort();
  const outer = codes.filter((code) => !codes.some((other) => other !== code && code.startsWith(other)));
  return outer.length === 0 ? [county] : outer;
}
