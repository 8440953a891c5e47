import type { NamedBody } from '@gezhi/contract/cases/index';
import type { Locale } from '@gezhi/contract/words/index';
import type { Actor } from '@gezhi/domain/access/index';
import type { Body } from '@gezhi/domain/cases/index';
import type { Instant } from '@gezhi/domain/time';
import type { CountyRules, Directory, PlaceFinder } from '../deps.ts';

/** All that presenting a case needs besides the case. */
export interface Showing {
  readonly places: PlaceFinder;
  readonly directory: Directory;
  readonly rules: CountyRules;
  readonly actor: Actor;
  readonly now: Instant;
  readonly locale: Locale;
}

export const iso = (at: Instant): string => new Date(at).toISOString();

/** An area by code with its name; a code without a known area shows itself. */
export const namedArea = ({ places }: Pick<Showing, 'places'>, code: string) => ({
  code,
  name: places.area(code)?.name ?? code,
});

export function namedCategory({ rules, locale }: Pick<Showing, 'rules' | 'locale'>, code: string) {
  const known = rules.category(code);
  return { code, name: (locale === 'en' ? known?.en : known?.zh) ?? code };
}

/** A body by its name: an organisation's own, a desk's or grid's that of its area. */
export function namedBodyOf({ places, directory }: Pick<Showing, 'places' | 'directory'>, body: Body): NamedBody {
  if (body.kind === 'org') return { kind: 'org', id: body.org, name: directory.org(body.org)?.name ?? body.org };
  return { kind: body.kind, id: body.area, name: places.area(body.area)?.name ?? body.area };
}
