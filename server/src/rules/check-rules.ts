import type { RuleBody } from '@gezhi/contract/rules/index';
import { type Body } from '@gezhi/domain/cases/index';
import {
  faultsOfAreaKinds,
  faultsOfCategories,
  faultsOfClockRules,
  faultsOfDutyList,
  faultsOfLightRules,
  faultsOfNewCalendar,
  faultsOfRates,
  faultsOfRoles,
  faultsOfStaffing,
  faultsOfSummonsKinds,
  faultsOfTaskGate,
  type Known,
  type RuleFault,
  type RuleKind,
} from '@gezhi/domain/rules/index';
import { memberDuties } from '@gezhi/domain/people/index';
import { asSystem, type Trx } from '../database/index.ts';
import { clockRuleOf, dutyRowOf } from './domain-form.ts';
import { listAreaLines, listHeldRoles, listOrganisationLines, listOrganisationsNamed } from './known-store.ts';
import type { RuleCut } from './rule-cut.ts';

/** What a body is checked against. */
export interface Checking {
  readonly county: string;
  /** What holds when the new version takes effect. */
  readonly cut: RuleCut;
  /** ISO time of now. */
  readonly now: string;
  /** Roles by which the one who writes may write rules. */
  readonly editing: readonly string[];
}

type Check<Kind extends RuleKind> = (
  trx: Trx,
  body: RuleBody<Kind>,
  checking: Checking,
) => readonly RuleFault[] | Promise<readonly RuleFault[]>;

async function areasOf(trx: Trx, county: string): Promise<Known['areas']> {
  return new Map((await listAreaLines(trx, county)).map(({ code, ...line }) => [code, line]));
}

/** What rows may name. Organisations are looked up by id, the rest is read whole. */
async function knownTo(trx: Trx, { county, cut }: Checking, bodies: readonly Body[] = []): Promise<Known> {
  const orgs = bodies.flatMap((body) => (body.kind === 'org' ? [body.org] : []));
  const organisations = await listOrganisationLines(trx, county, orgs);
  const { kinds } = cut.areaKinds.body;
  return {
    categories: new Map(cut.categories.body.categories.map((category) => [category.code, category])),
    areas: await areasOf(trx, county),
    organisations: new Map(organisations.map(({ id, retired }) => [id, { retired }])),
    deskKinds: new Set(kinds.filter(({ desk }) => desk).map(({ id }) => id)),
    summonsKinds: new Set(cut.summonsKinds.body.kinds.map(({ id }) => id)),
  };
}

/** What each kind has to be checked for beyond its shape. */
const checks: { readonly [Kind in RuleKind]: Check<Kind> } = {
  categories: (_, body, { cut }) => faultsOfCategories(body, cut.categories.body),
  dutyList: async (trx, { rows }, checking) => {
    const bodies = rows.flatMap(({ lead, supporting }) => [lead, ...supporting]);
    return faultsOfDutyList(rows.map(dutyRowOf), await knownTo(trx, checking, bodies));
  },
  taskGate: async (trx, body, checking) => faultsOfTaskGate(body, await knownTo(trx, checking)),
  clockRules: async (trx, { rows }, checking) =>
    faultsOfClockRules(rows.map(clockRuleOf), await knownTo(trx, checking), checking.cut.calendar.body),
  lightRules: (_, body) => faultsOfLightRules(body),
  summonsKinds: (_, { kinds }, { cut }) => faultsOfSummonsKinds(kinds, cut.clockRules.body.rows.map(clockRuleOf)),
  calendar: (_, body, { cut }) => faultsOfNewCalendar(body, cut.calendar.body),
  rates: (_, { formulas }) => faultsOfRates(formulas),
  areaKinds: async (trx, body, { county }) => faultsOfAreaKinds(body, await areasOf(trx, county)),
  roles: async (trx, { roles }, { county, now, editing }) => {
    // Posts elsewhere in the county are not the asker's to read, but a role of theirs may not vanish either.
    const held = await asSystem(trx, county, () => listHeldRoles(trx, county, now));
    return faultsOfRoles(roles, new Set(held), editing);
  },
  staffing: async (trx, { rows }, { county, cut }) => {
    const named = rows.flatMap(({ unit }) => (unit.per === 'areaAndDepartment' ? unit.departments : []));
    return faultsOfStaffing(rows, {
      areas: await areasOf(trx, county),
      organisations: new Map(
        (await listOrganisationsNamed(trx, county, named)).flatMap(({ id, code, retired }) => [
          [id, { retired }] as const,
          [code ?? id, { retired }] as const,
        ]),
      ),
      roles: new Set([...cut.roles.body.roles.map(({ id }) => id), ...memberDuties]),
      areaKinds: new Set(cut.areaKinds.body.kinds.map(({ id }) => id)),
    });
  },
  settings: () => [],
};

/** Everything wrong with a body that its shape does not show. */
export async function checkRules<Kind extends RuleKind>(
  trx: Trx,
  kind: Kind,
  body: RuleBody<Kind>,
  checking: Checking,
): Promise<readonly RuleFault[]> {
  return checks[kind](trx, body, checking);
}
