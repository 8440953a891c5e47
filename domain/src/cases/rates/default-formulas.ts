import type { RateFormula, RateTerm } from './formula.ts';
import type { CasePredicate } from './predicates.ts';

const every = (...all: CasePredicate[]): RateTerm => ({ all, weight: 1 });
const half = (...all: CasePredicate[]): RateTerm => ({ all, weight: 0.5 });

/** The rates a county begins with (the table "Rates" of the design). */
export const defaultRates = [
  {
    code: 'response',
    numerator: [every('contactedInTime')],
    denominator: [every('residents', 'contactOwed')],
  },
  {
    code: 'resolution',
    numerator: [every('solved'), half('partlySolved')],
    denominator: [every('rated')],
  },
  {
    code: 'satisfaction',
    numerator: [every('verySatisfied'), every('fairlySatisfied')],
    denominator: [every('rated')],
  },
  {
    code: 'completion',
    numerator: [every('finished')],
    denominator: [every('taken')],
  },
  {
    code: 'closure',
    numerator: [every('closed')],
    denominator: [every('dueToBeClosed')],
  },
  {
    code: 'onTime',
    numerator: [every('closed', 'finishedInTime')],
    denominator: [every('dueToBeClosed', 'notDeferredNow')],
  },
  {
    code: 'handBack',
    numerator: [every('handedBack')],
    denominator: [every('everAssigned')],
  },
  {
    code: 'deferral',
    numerator: [every('everDeferred')],
    denominator: [every('everAssigned')],
  },
  {
    code: 'rework',
    numerator: [every('reworked')],
    denominator: [every('everAssigned')],
  },
] as const satisfies readonly RateFormula[];
