import { expectedMatters } from '../expected.ts';
import { matterNames, type MatterName } from '../step.ts';
import { type Finding, finding, partOf } from './finding.ts';
import { local, type Looked } from './look.ts';

/** A clock that was missed: stopped late, or run out and not stopped. The day of resuming is nobody's lateness. */
function lateClocks({ view }: Looked, name: MatterName): readonly string[] {
  return view(name)
    .clocks.filter(({ stage }) => stage !== 'resume')
    .filter(({ outcome, late }) => outcome === 'late' || (outcome === undefined && (late ?? 0) > 0))
    .map(({ id }) => id);
}

/** Every matter as it stands: state, light, deadline, clocks, level, counts, chain. */
export function checkMatters(looked: Looked): readonly Finding[] {
  return matterNames.flatMap((name) => {
    const expected = expectedMatters[name];
    const view = looked.view(name);
    const clocks = Object.fromEntries(view.clocks.map(({ id, dueAt }) => [id, local(dueAt)]));
    const inTime = looked.behind.get('onTime numerator')?.includes(name) === true;
    const listed = looked.listed.find(({ id }) => id === view.id);
    const of = (what: string, said: unknown, found: unknown) => finding(name, what, said, found);
    return [
      of('state', expected.state, view.state),
      of('light', expected.light, view.light.light),
      of('light in the list', expected.light, listed?.light.light),
      of('light on the map', expected.light, looked.onMap.points.find(({ id }) => id === view.id)?.light),
      of('level', expected.level ?? 'community', view.level),
      of('due', expected.due, local(view.next?.clock.dueAt)),
      of('clocks end', expected.clocks, partOf(clocks, expected.clocks)),
      of('clocks missed', expected.late ?? [], lateClocks(looked, name)),
      ...(expected.inTime === undefined ? [] : [of('closed in time', expected.inTime, inTime)]),
      of('supporters', expected.supporters ?? 0, view.supporters),
      of('reworks', expected.reworks ?? 0, view.reworks),
      of('gap in the duty list', name === '10', view.routing.gap),
      of('chain verifies', true, looked.intact.get(name)),
      of(
        'one owner and deadline while open',
        view.closedAt === undefined && expected.due !== undefined,
        view.next !== undefined,
      ),
    ];
  });
}
