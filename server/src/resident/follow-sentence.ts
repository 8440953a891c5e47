import type { FollowView } from '@gezhi/contract/cases/index';
import { exactTime } from './exact-time.ts';
import { type Html, html } from './html.ts';
import type { Drawing } from './page.ts';

/** By when, or that the time is over. */
function dueWords({ say, locale }: Drawing, dueAt: string, overdue: boolean): Html {
  const time = exactTime(Date.parse(dueAt), locale);
  const due = overdue ? say('resident.follow.overdue', { time }) : say('resident.follow.by', { time });
  return html`<time datetime=${dueAt} class=${overdue ? 'late' : null}>${due}</time>`;
}

/** Who owes what by when, after what stands before it. */
function nextStep(
  drawing: Drawing,
  before: string,
  step: { readonly owner: string; readonly stage: NonNullable<FollowView['stage']> },
  due: { readonly dueAt?: string | undefined; readonly overdue: boolean },
): Html {
  const { say } = drawing;
  const comma = say('case.comma');
  const next = say('resident.follow.next', { owner: step.owner, stage: say(`resident.follow.stage.${step.stage}`) });
  if (due.dueAt === undefined) return [before, comma, next];
  return html`${before}${comma}${next}${comma}${dueWords(drawing, due.dueAt, due.overdue)}`;
}

/** Where it stands in one plain sentence: state, who has it, by when. */
export function stateSentence(drawing: Drawing, view: FollowView): Html {
  const { say } = drawing;
  const { owner, stage, ask } = view;
  const state = say(`resident.follow.state.${view.state}`);
  if (ask?.refused === true) return say(`resident.follow.refused.${ask.kind}`, { state, judge: ask.judge.name });
  if (ask !== undefined)
    return nextStep(drawing, say(`resident.follow.asked.${ask.kind}`), { owner: ask.judge.name, stage: 'judge' }, ask);
  return owner === undefined || stage === undefined
    ? state
    : nextStep(drawing, state, { owner: owner.name, stage }, view);
}
