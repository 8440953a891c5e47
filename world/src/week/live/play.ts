import { caseRoutes, type StaffCommand } from '@gezhi/contract/cases/index';
import { peopleRoutes } from '@gezhi/contract/people/index';
import { type Client, openClient, Refused } from '../../client.ts';
import { community, county, members } from '../../demonstration/cast.ts';
import { buildHecheng } from '../../hecheng/index.ts';
import { plainPicture, sendPicture } from '../../send-picture.ts';
import { weekEnd, weekScript } from '../script.ts';
import { matterNames, type WeekReport, type WeekStep } from '../step.ts';
import type { Stage } from './stage.ts';

/** What a reporter was told on filing. */
export interface FiledMatter {
  readonly id: string;
  readonly number: string;
  readonly followCode: string;
}

/** The week as it went. */
export interface Played {
  readonly matters: ReadonlyMap<string, FiledMatter>;
  readonly refused: readonly {
    readonly step: WeekStep;
    readonly code: string;
    readonly words: string;
    readonly written: number;
  }[];
  /** Who covered the community's desk each time 丙 acted, and by what. */
  readonly onDuty: readonly string[];
  /** Numbers of the matters that were shown to whoever then said "me too". */
  readonly shown: readonly { readonly step: WeekStep; readonly numbers: readonly string[] }[];
}

const isStaff = (who: string): boolean => members.some(({ username }) => username === who);

/** A spot for each matter in 丁's grid: its buildings in turn, matter 3 in the microgrid of its chief. */
function spots(): ReadonlyMap<string, readonly [number, number]> {
  const near = buildHecheng().buildings.filter(({ microgrid }) => microgrid.startsWith(`${community}001`));
  const own = near.filter(({ microgrid }) => microgrid === `${community}001001`);
  const others = near.filter(({ microgrid }) => microgrid !== `${community}001001`);
  return new Map(
    matterNames.map((name, index) => [name, (name === '3' ? own[0] : others[index % others.length])?.point ?? [0, 0]]),
  );
}

/** Plays the week step by step with the clock standing at each, and leaves it standing at the end. */
export async function playWeek(stage: Stage, say: (line: string) => void = () => undefined): Promise<Played> {
  const matters = new Map<string, FiledMatter>();
  const refused: Played['refused'][number][] = [];
  const shown: Played['shown'][number][] = [];
  const onDuty: string[] = [];
  const spotOf = spots();

  const filed = (name: string): FiledMatter => {
    const found = matters.get(name);
    if (!found) throw new Error(`matter ${name} is not filed yet`);
    return found;
  };
  const total = async (): Promise<number> =>
    (await stage.staff('county').call(caseRoutes.list, { query: { limit: 1 } })).total ?? 0;

  async function bodyOf({ who, matter }: WeekStep, report: WeekReport) {
    const resident = report.onBehalfOf ?? (report.channel === 'resident' ? who : undefined);
    const photos: string[] = [];
    for (let shade = 0; shade < report.photos; shade += 1) {
      photos.push(await sendPicture(stage.url, county.code, plainPicture(60 + 60 * shade)));
    }
    const { category, description, channel, urgency, solved } = report;
    const solvedWith = photos.slice(1);
    return {
      category,
      description,
      channel,
      place: { point: [...(report.point ?? spotOf.get(matter) ?? [0, 0])] as [number, number] },
      photos: solved === undefined ? photos : photos.slice(0, 1),
      ...(urgency && { urgency }),
      ...(solved !== undefined && { solved: { note: solved, photos: solvedWith } }),
      ...(resident !== undefined && { contact: { phone: stage.phoneOf(resident) } }),
    };
  }

  const reporterOf = async (who: string): Promise<Client> => (isStaff(who) ? stage.staff(who) : stage.resident(who));

  async function file(step: WeekStep, report: WeekReport): Promise<void> {
    const client = await reporterOf(step.who);
    matters.set(
      step.matter,
      await client.call(caseRoutes.file, { body: await bodyOf(step, report), key: `week-matter-${step.matter}` }),
    );
  }

  async function fileOutside(step: WeekStep, report: WeekReport): Promise<void> {
    const before = await total();
    try {
      await openClient(stage.url).call(caseRoutes.file, {
        body: await bodyOf(step, { ...report }),
        key: 'week-outside',
      });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused.push({ step, code: error.code, words: error.message, written: (await total()) - before });
    }
  }

  /** Ids for the names that the script has in a command. */
  function filledIn(command: StaffCommand): StaffCommand {
    const named = (body: Extract<StaffCommand, { type: 'dispatch' }>['lead']) =>
      body.kind === 'org' ? { kind: 'org' as const, org: stage.body(body.org) } : body;
    switch (command.type) {
      case 'dispatch':
        return { ...command, lead: named(command.lead), supporting: command.supporting.map(named) };
      case 'summon':
        return { ...command, bodies: command.bodies.map(named) };
      case 'merge':
        return { ...command, into: filed(command.into).id };
      default:
        return command;
    }
  }

  async function give(step: WeekStep, given: StaffCommand): Promise<void> {
    const client = stage.staff(step.who);
    const params = { id: filed(step.matter).id };
    const { version } = await client.call(caseRoutes.get, { params });
    await client.call(caseRoutes.command, { params, body: filledIn(given) as never, ifMatch: `"${version}"` });
  }

  async function meToo(step: WeekStep): Promise<void> {
    const client = await stage.resident(step.who);
    const [lon, lat] = spotOf.get(step.matter) ?? [0, 0];
    const { rows } = await client.call(caseRoutes.nearby, { query: { lon, lat } });
    shown.push({ step, numbers: rows.map(({ number }) => number) });
    const contact = { phone: stage.phoneOf(step.who) };
    await client.call(caseRoutes.support, { params: { id: filed(step.matter).id }, body: { contact } });
  }

  async function take(step: WeekStep): Promise<void> {
    const { does } = step;
    switch (does.kind) {
      case 'report':
        return file(step, does.report);
      case 'reportOutside':
        return fileOutside(step, does.report);
      case 'command':
        return give(step, does.command);
      case 'follow': {
        const { followCode: code } = filed(step.matter);
        await openClient(stage.url).call(caseRoutes.followCommand, { params: { code }, body: does.command as never });
        return undefined;
      }
      case 'meToo':
        return meToo(step);
    }
  }

  let stands = '';
  for (const step of weekScript) {
    if (step.at !== stands) await stage.setTime(step.at);
    stands = step.at;
    say(`${step.at}  ${step.who.padEnd(10)} ${step.matter}`);
    if (step.who === 'bing') {
      const { people } = await stage.staff('bing').call(peopleRoutes.dutyNow, { query: { area: community } });
      onDuty.push(people.map(({ name, by }) => `${name} ${by}`).join());
    }
    try {
      await take(step);
    } catch (error) {
      throw new Error(
        `${step.at} ${step.who}, matter ${step.matter}: ${error instanceof Error ? error.message : String(error)}`,
        { cause: error },
      );
    }
  }
  await stage.setTime(weekEnd);
  return { matters, refused, onDuty, shown };
}
