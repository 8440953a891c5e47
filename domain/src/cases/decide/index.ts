import type { Case } from '../case.ts';
import type { CaseCommandType, Command } from '../command.ts';
import type { Context } from '../context.ts';
import type { CaseEvent } from '../event.ts';
import { hindranceOf } from '../hindrances.ts';
import { partiesOf } from '../parties.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { allowedTo } from '../transitions.ts';
import { appeal, askDeferral, askExtension, askReopening, decline, handBack } from './ask.ts';
import { assignToDesk, dispatch, summon } from './assign.ts';
import { correct } from './correct.ts';
import { importCase } from './import.ts';
import { accept, file, reject, solveOnTheSpot } from './intake.ts';
import { refuseByGate, resume } from './give-back.ts';
import { judge, settleAsks } from './judge.ts';
import type { Handler } from './outcome.ts';
import { recorder } from './recorder.ts';
import { callBack, raiseAgain, rate, support, withdraw } from './reporter.ts';
import {
  answerSupervision,
  clockEnded,
  escalate,
  rateBody,
  remind,
  restateClocks,
  superviseIfRed,
} from './supervise.ts';
import { childClosed, letGo, merge, split, takeIn, unmerge } from './together.ts';
import { verify } from './verify.ts';
import { handOn } from './hand-on.ts';
import { acknowledge, arrived, contact, finish, moving, note, reportIn, transfer } from './work.ts';

export type Decision =
  | { readonly ok: true; readonly events: readonly CaseEvent[]; readonly case: Case }
  | { readonly ok: false; readonly refusal: Refusal };

const handlers: { readonly [Type in CaseCommandType]: Handler<Type> } = {
  accept,
  reject,
  correct,
  dispatch,
  assignToDesk,
  summon,
  acknowledge,
  reportIn,
  moving,
  arrived,
  transfer,
  refuseByGate,
  contact,
  note,
  finish,
  solveOnTheSpot,
  verify,
  handBack,
  decline,
  askExtension,
  askDeferral,
  judge,
  resume,
  rate,
  callBack,
  support,
  raiseAgain,
  askReopening,
  appeal,
  withdraw,
  merge,
  unmerge,
  split,
  escalate,
  remind,
  answerSupervision,
  rateBody,
  takeIn,
  letGo,
  childClosed,
  clockEnded,
  restateClocks,
  handOn,
};

/** Decides a command: the events it brings about and the case after them, or why it is refused. Pure. */
export function decide(found: Case | undefined, command: Command, context: Context): Decision {
  const r = recorder(found, context);
  if (command.type === 'file' || command.type === 'import') {
    if (found) return refuse('notInThisState', { state: found.state });
    const refused = command.type === 'file' ? file(r, command) : importCase(r, command);
    return refused ?? { ok: true, events: r.events, case: r.case };
  }
  if (!found) return refuse('notInThisState');
  const refused = checkAllowed(found, command, context);
  if (refused) return refused;
  const handle = handlers[command.type] as Handler<CaseCommandType>;
  const outcome = handle(r, command);
  if (outcome) return outcome;
  settleAsks(r);
  superviseIfRed(r);
  return { ok: true, events: r.events, case: r.case };
}

function checkAllowed(found: Case, command: Exclude<Command, { type: 'file' | 'import' }>, context: Context) {
  const allowed = allowedTo(found.state, command.type);
  if (!allowed) return refuse('notInThisState', { state: found.state });
  if (context.now < found.updatedAt) return refuse('timeBackwards');
  const parties = partiesOf(found, context.actor);
  if (!allowed.some((party) => parties.has(party))) {
    const own =
      command.type === 'verify' && context.actor.kind === 'staff' && found.handlers.includes(context.actor.person);
    return refuse(own ? 'ownWork' : 'notYours');
  }
  const hindrance = hindranceOf(found, command.type, context.actor, context.rules, context.now);
  return hindrance && refuse(hindrance.code, hindrance.detail);
}
