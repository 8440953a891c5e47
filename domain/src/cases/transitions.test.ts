import { describe, expect, it } from 'vitest';
import type { CaseCommandType } from './command.ts';
import { inState } from './testing/paths.ts';
import { anybody, people, reporterOf, system } from './testing/town.ts';
import { caseStates, type CaseState } from './state.ts';
import { partiesOf } from './parties.ts';
import { allowedTo, commandsOf } from './transitions.ts';

/** The tables of the design by hand, command by command: in which states, and to whom. */
const open = 'reported accepted dispatched handling deferred handled';
const always = 'reported accepted dispatched handling deferred handled closed rejected withdrawn merged';
const design: readonly [command: CaseCommandType, states: string, parties: string][] = [
  // "leaves by"
  ['accept', 'reported', 'desk'],
  ['reject', 'reported accepted', 'desk'],
  ['solveOnTheSpot', 'reported', 'filer'],
  ['withdraw', 'reported accepted dispatched', 'reporter'],
  ['merge', 'reported accepted handling', 'desk'],
  ['dispatch', 'accepted', 'desk'],
  ['assignToDesk', 'accepted', 'desk'],
  ['summon', 'accepted handling', 'desk'],
  ['acknowledge', 'dispatched handling', 'body'],
  ['refuseByGate', 'dispatched handling', 'body'],
  ['handBack', 'dispatched handling', 'body'],
  ['reportIn', 'handling', 'body'],
  ['decline', 'handling', 'body'],
  ['finish', 'handling', 'body'],
  ['askDeferral', 'handling', 'lead'],
  ['askExtension', 'handling', 'lead'],
  ['split', 'handling', 'desk'],
  ['resume', 'deferred', 'lead desk'],
  ['verify', 'handled', 'verifier'],
  ['askReopening', 'closed', 'reporter'],
  ['appeal', 'rejected', 'reporter'],
  ['unmerge', 'merged', 'desk'],
  ['judge', `${open} closed rejected withdrawn`, 'judge'],
  // "Without changing state"
  ['correct', 'reported accepted dispatched handling deferred', 'desk'],
  ['contact', open, 'desk body worked'],
  ['contact', 'closed', 'desk worked'],
  ['note', always, 'desk body worked reader reporter joined'],
  ['moving', 'handling', 'body'],
  ['arrived', 'handling', 'body'],
  ['transfer', 'dispatched handling deferred', 'body'],
  ['escalate', open, 'desk above'],
  ['remind', open, 'desk above'],
  ['support', open, 'anyone'],
  ['raiseAgain', open, 'reporter joined'],
  ['rate', 'closed', 'reporter'],
  ['callBack', 'closed', 'desk'],
  ['rateBody', 'closed', 'summoner'],
  ['answerSupervision', always, 'supervised'],
  // The program's own
  ['takeIn', always, 'system'],
  ['letGo', always, 'system'],
  ['childClosed', always, 'system'],
  ['clockEnded', always, 'system'],
  ['restateClocks', always, 'system'],
  ['handOn', always, 'system'],
];

const commands = [...new Set(design.map(([command]) => command))];

function designed(state: CaseState, command: CaseCommandType): string | undefined {
  return design.find(([one, states]) => one === command && states.split(' ').includes(state))?.[2];
}

describe('the table of commands', () => {
  it('knows the commands of the design and no other', () => {
    expect([...new Set(caseStates.flatMap(commandsOf))].toSorted()).toEqual(commands.toSorted());
  });

  describe.each(caseStates)('%s', (state) => {
    it.each(commands)('%s', (command) => {
      const parties = designed(state, command)?.split(' ').toSorted();
      expect(allowedTo(state, command)?.toSorted()).toEqual(parties);
    });
  });
});

const { jia, yi, bing, ding, elsewhere, streetClerk, countyClerk, gridWorker, assessor, chengguan, shijian } = people;
const r1 = reporterOf('case-1');

/** As what people stand to a resident's case that 甲 dispatched to 城管 and 城管 finished. */
const standing: readonly [
  who: string,
  actor: Parameters<typeof partiesOf>[1],
  parties: Partial<Record<CaseState, string>>,
][] = [
  [
    'a clerk of the desk who dispatched',
    jia,
    { reported: 'desk reader verifier', handling: 'desk reader', handled: 'desk reader' },
  ],
  [
    'another clerk of the desk',
    yi,
    { reported: 'desk reader verifier', handled: 'desk reader verifier', closed: 'desk reader verifier' },
  ],
  ['the duty clerk', bing, { handled: 'desk reader verifier' }],
  ['the grid chief', ding, { reported: 'reader verifier', handled: 'reader verifier' }],
  ['a clerk of another community', elsewhere, { reported: '', handled: '' }],
  ['a clerk of the street', streetClerk, { reported: 'above reader', handled: 'above reader' }],
  ['a clerk of the county', countyClerk, { reported: 'above reader', deferred: 'above reader' }],
  ['a worker of the grid', gridWorker, { reported: 'reader', dispatched: 'reader' }],
  ['an assessor, who only reads', assessor, { handling: '' }],
  [
    'the lead body',
    chengguan,
    {
      accepted: '',
      dispatched: 'body lead',
      handling: 'body lead',
      deferred: 'body lead',
      handled: 'worked',
      closed: 'worked',
      withdrawn: '',
      merged: 'body lead',
    },
  ],
  ['a body not called', shijian, { handling: '' }],
  ['the reporter', r1, { reported: 'reporter', closed: 'reporter', merged: 'reporter' }],
  ['another reporter', reporterOf('case-9'), { reported: '' }],
  ['anybody', anybody, { reported: '' }],
  ['the program', system, { reported: 'system' }],
];

describe('as what somebody stands to a case', () => {
  const rows = standing.flatMap(([who, actor, parties]) =>
    Object.entries(parties).map(([state, expected]) => ({ who, actor, state: state as CaseState, expected })),
  );
  it.each(rows)('$who when $state: $expected', ({ actor, state, expected }) => {
    const parties = [...partiesOf(inState[state]().case, actor)].filter((party) => party !== 'anyone');
    expect(parties.toSorted().join(' ')).toBe(expected);
  });
});
