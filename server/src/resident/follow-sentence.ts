import type { FollowView } from '@gezhi/contract/cases/index';
import { exactTime } from './exact-time.ts';
import { type Html, html } from './html.ts';
import type { Drawing } from './page.ts';

/** Where it stands in one plain sentence: state, who has it, by when. */
export function stateSentence({ say, locale }: Drawing, view: FollowView): Html {
  const state = say(`resident.follow.state.${view.state}`);
  const { owner, stage, dueAt, overdue } = view;
  if (owner === undefined || stage === undefined) return state;
  const next = say('resident.follow.next', { owner: owner.name, stage: say(`resident.follow.stage.${stage}`) });
  if (dueAt === undefined) return [state, say('case.comma'), next];
  const time = exactTime(Date.parse(dueAt), locale);
  const due = overdue ? say('resident.follow.overdue', { time }) : say('resident.follow.by', { time });
  return html`${state}${say('case.comma')}${next}${say('case.comma')}<time datetime=${dueAt} class=${overdue ? 'late' : null}>${due}</time>`;
}
