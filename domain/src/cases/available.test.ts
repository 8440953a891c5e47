import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { availableTo } from './available.ts';
import type { CaseCommandType } from './command.ts';
import { decide } from './decide/index.ts';
import { caseStates } from './state.ts';
import { actors, playRandom, runContext } from './testing/run.ts';
import { choiceFrom, sensible } from './testing/sensible.ts';
import { rules } from './testing/town.ts';
import { commandsOf } from './transitions.ts';

const anyRun = fc.tuple(
  fc.nat(5),
  fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 50, size: 'max' }),
);

const commands: readonly CaseCommandType[] = [...new Set(caseStates.flatMap(commandsOf))];

describe('buttons', () => {
  it('are what is accepted: an offered command given sensibly is taken, any other is refused', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(anyRun, fc.nat(), ([beginning, steps], seed) => {
        const { case: found, now } = playRandom(beginning, steps, () => undefined);
        for (const actor of actors.filter(({ kind }) => kind !== 'system')) {
          const offered = new Set(availableTo(found, actor, rules, now));
          for (const type of commands) {
            const command = sensible(type, found, actor, now, choiceFrom(seed));
            const decision = decide(found, command, runContext(actor, now));
            if (decision.ok !== offered.has(type)) {
              expect({ found, actor, command, offered: [...offered], decision }).toBe('the same');
            }
          }
        }
      }),
      // Shrinking fifty steps may take minutes; what failed is worth more than the shortest way to it.
      { numRuns: 150, interruptAfterTimeLimit: 45_000, markInterruptAsFailure: true },
    );
  });
});
