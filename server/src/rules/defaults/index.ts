import type { RuleBody } from '@gezhi/contract/rules/index';
import { defaultRoles } from '@gezhi/domain/access/index';
import { chinaCalendar, defaultClockRules, defaultLightRules, defaultRates } from '@gezhi/domain/cases/index';
import { defaultStaffing } from '@gezhi/domain/people/index';
import { defaultAreaKinds, defaultCodeScheme } from '@gezhi/domain/places/index';
import { defaultSettings, defaultSummonsKinds, type RuleKind } from '@gezhi/domain/rules/index';
import { defaultCategories } from './categories.ts';

type Bodies = { readonly [Kind in RuleKind]: unknown };

/** What a grid is asked to do at first: what its workers see on their rounds and can put right or watch over. */
const gateCategories = ['010202', '010204', '010212', '010214', '040203', '130809', '10030201'];

/** What a new county starts with. Its duty list is empty: every matter then stays with its own desk, and shows as a gap. */
export function defaultRules(): Bodies {
  return {
    categories: defaultCategories(),
    dutyList: { rows: [] } satisfies RuleBody<'dutyList'>,
    taskGate: { categories: gateCategories } satisfies RuleBody<'taskGate'>,
    clockRules: { rows: defaultClockRules },
    lightRules: defaultLightRules,
    summonsKinds: { kinds: defaultSummonsKinds },
    calendar: chinaCalendar,
    rates: { formulas: defaultRates },
    areaKinds: { scheme: defaultCodeScheme, kinds: defaultAreaKinds },
    roles: { roles: defaultRoles },
    staffing: { rows: defaultStaffing },
    settings: defaultSettings,
  };
}
