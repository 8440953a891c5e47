import { type Actor, areaScope, orgScope } from '@gezhi/domain/access/index';

/**
 * What one transaction may see and change; row-level security enforces it.
 * A row passes when its county is the scope's and its area, organisation, person or case is named here.
 */
export interface Scope {
  /** Six-digit county code; `*` (every county) only together with `system`. */
  readonly county: string;
  /** Area-code prefixes; `''` is the whole county. */
  readonly areas?: readonly string[];
  /** Organisation ids. */
  readonly orgs?: readonly string[];
  /** Person id of whoever asks. */
  readonly person?: string;
  /** The one case whose follow code was shown. */
  readonly caseId?: string;
  /** Set while a report is being filed by somebody who may not read the desk's rows. */
  readonly filing?: boolean;
  /** The program itself: clocks, jobs, roll-ups, backup. */
  readonly system?: boolean;
}

const countyCode = /^(\d{6}|\*)$/;
const prefix = /^[0-9A-Za-z]{0,40}$/;
const id = /^[0-9A-Za-z_-]{1,64}$/;

function check(condition: boolean, what: string): void {
  if (!condition) throw new TypeError(`scope: ${what}`);
}

/** Regular expression that an area code in scope matches; `''` when there is none. */
function areaPattern(areas: readonly string[] | undefined): string {
  if (areas === undefined || areas.length === 0) return '';
  return areas.includes('') ? '^' : `^(${areas.join('|')})`;
}

/**
 * The scope as the JSON text that the SQL function `set_scope` reads.
 * @throws TypeError when a part is not a code or id: a scope is made by the program, so that is a mistake in it.
 */
export function scopeText(scope: Scope, role?: string): string {
  check(countyCode.test(scope.county), 'county is not a six-digit code');
  check(scope.county !== '*' || scope.system === true, 'every county is for the system only');
  for (const area of scope.areas ?? []) check(prefix.test(area), 'area is not a code prefix');
  for (const org of scope.orgs ?? []) check(id.test(org), 'organisation is not an id');
  for (const one of [scope.person, scope.caseId])
    check(one === undefined || id.test(one), 'person or case is not an id');
  return JSON.stringify({
    county: scope.county,
    area_pattern: areaPattern(scope.areas),
    orgs: `{${(scope.orgs ?? []).join(',')}}`,
    person: scope.person ?? '',
    case: scope.caseId ?? '',
    filing: scope.filing === true ? 'on' : '',
    system: scope.system === true ? 'on' : '',
    role: role ?? '',
  });
}

/** The scope of whoever asks. `county` names the place for somebody who is not signed in. */
export function scopeOf(actor: Actor, county: string): Scope {
  switch (actor.kind) {
    case 'staff':
      return { county: actor.county, areas: areaScope(actor), orgs: orgScope(actor), person: actor.person };
    case 'reporter':
      return { county: actor.county, caseId: actor.caseId };
    case 'system':
      return { county: actor.county, system: true };
    case 'public':
      return { county };
  }
}
