import { type CaseRow, caseRoutes, type CaseView, type StaffCommand } from '@gezhi/contract/cases/index';
import { Refused } from '../client.ts';
import { members } from '../demonstration/cast.ts';
import { type Filling, makers } from './fill-command.ts';
import { concernedWith } from './staff.ts';
import { count, type Town } from './town.ts';

type Name = StaffCommand['type'];

/** How likely somebody is to press a button that is there: what must be done first, the rare things rarely. */
const weights: { readonly [Type in Name]?: number } = {
  accept: 20,
  dispatch: 16,
  assignToDesk: 1,
  acknowledge: 20,
  reportIn: 20,
  judge: 20,
  answerSupervision: 12,
  verify: 20,
  finish: 6,
  contact: 5,
  moving: 4,
  arrived: 4,
  resume: 2,
  summon: 1.5,
  merge: 2,
  unmerge: 1,
  reject: 1,
  handBack: 0.8,
  decline: 0.8,
  askDeferral: 0.6,
  askExtension: 0.5,
  escalate: 0.4,
  remind: 0.5,
  split: 0.5,
  correct: 0.6,
  note: 0.3,
  callBack: 1,
  rateBody: 1.5,
  refuseByGate: 2,
  solveOnTheSpot: 4,
  rate: 1,
  raiseAgain: 0.3,
  withdraw: 0.1,
  askReopening: 0.3,
  appeal: 0.5,
};

/** Somebody who looked at a case with nothing pressing leaves it alone. */
const leavingItAlone = 2;

/** What has been done once need not be done again at once. */
function weightOf(name: Name, view: CaseView): number {
  const weight = weights[name] ?? 0;
  if (name === 'contact' && view.contactedAt !== undefined) return 0;
  if (name === 'callBack' && view.ratings.length > 0) return 0;
  if (name === 'assignToDesk' && view.routing.gap) return 20;
  return weight;
}

async function alikeTo(town: Town, who: string, { id }: CaseView): Promise<readonly string[]> {
  const { rows } = await town.staff.client(who).call(caseRoutes.likelySame, { params: { id } });
  return rows.map((row) => row.case.id);
}

/** Reads a case as somebody; undefined where it is not theirs to see. */
export async function readAs(town: Town, who: string, id: string): Promise<CaseView | undefined> {
  try {
    return await town.staff.client(who).call(caseRoutes.get, { params: { id } });
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined;
    throw error;
  }
}

/** Mostly those who owe the next step, sometimes anybody who is concerned. */
async function candidates(town: Town, row: CaseRow): Promise<readonly string[]> {
  const { staff, dice } = town;
  if (row.next && dice.yes(0.6)) return staff.standFor(row.next.owner);
  const view = await readAs(town, 'county', row.id);
  const asked = view?.asks.find(({ judgedAt }) => judgedAt === undefined)?.judge;
  if (asked && dice.yes(0.6)) return staff.standFor({ kind: 'desk', id: asked.code, name: asked.name });
  return view ? concernedWith(staff, view) : [];
}

/** One of those concerned with a case looks at it and does one of the things that its buttons offer. */
export async function actOn(town: Town, row: CaseRow, hour: number): Promise<void> {
  const { dice, staff } = town;
  const present = (await candidates(town, row)).filter((name) => staff.atWork(name, hour));
  if (present.length === 0) return;
  const who = dice.of(present);
  const view = await readAs(town, who, row.id);
  if (!view) return;
  const offered = view.commands as readonly Name[];
  const pressing = offered.map((one) => [one, weightOf(one, view)] as const);
  const name = dice.weighed<Name | undefined>([...pressing, [undefined, leavingItAlone]]);
  if (name === undefined) return;
  const seat = members.find(({ username }) => username === who)?.area;
  const alike = name === 'merge' ? await alikeTo(town, who, view) : [];
  const filling: Filling = { view, dice, staff, seat, alike, now: town.now };
  const command = makers[name](filling);
  if (command) await give(town, who, view, command);
}

async function give(town: Town, who: string, view: CaseView, command: StaffCommand): Promise<void> {
  try {
    const after = await town.staff.client(who).call(caseRoutes.command, {
      params: { id: view.id },
      body: command,
      ifMatch: `"${view.version}"`,
    });
    count(town, command.type);
    if (command.type === 'split') town.cases.push(...after.children.map(({ id, number }) => ({ id, number })));
  } catch (error) {
    // It had a button and was filled in with care: whatever hinders it now is somebody's mistake.
    if (!(error instanceof Refused)) throw error;
    town.wrong.push(`${view.number} ${view.state}: ${who} ${JSON.stringify(command)}: ${error.message}`);
  }
}
