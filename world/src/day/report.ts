import { caseRoutes } from '@gezhi/contract/cases/index';
import { type Client, openClient, Refused } from '../client.ts';
import type { BuiltPlace } from '../hecheng/index.ts';
import { answers, matters } from './matters.ts';
import { count, type KnownCase, type Town } from './town.ts';

const ways = [
  ['phone', 50],
  ['anonymous', 15],
  ['hotline', 15],
  ['worker', 10],
  ['onTheSpot', 10],
] as const;
type Way = (typeof ways)[number][0];

interface Words {
  readonly category: string;
  readonly description: string;
  readonly point: readonly [number, number];
}

/** A new matter at a building; now and then one that somebody has reported already. */
function wordsOf(town: Town, place: BuiltPlace): Words {
  const { dice, cases } = town;
  const again = cases.length > 0 && dice.yes(0.2) ? dice.of(cases) : undefined;
  const matter = matters.find(({ category }) => category === again?.category) ?? dice.of(matters);
  return {
    category: matter.category,
    description: dice.of(matter.words),
    point: again?.point ?? dice.of(place.buildings).point,
  };
}

function bodyOf(town: Town, way: Way, { category, description, point }: Words, phone: string) {
  const where = { point: [...point] as [number, number] };
  const what = { category, description, place: where };
  switch (way) {
    case 'phone':
      return { ...what, contact: { phone } };
    case 'anonymous':
      return what;
    case 'hotline':
      return { ...what, channel: 'hotline' as const, contact: { phone, name: '来电人' } };
    case 'worker':
      return { ...what, channel: 'field' as const };
    case 'onTheSpot':
      return { ...what, channel: 'field' as const, solved: { note: town.dice.of(answers), photos: [] } };
  }
}

function clientOf(town: Town, way: Way, hour: number, resident: Client): Client {
  switch (way) {
    case 'phone':
      return resident;
    case 'anonymous':
      return openClient(town.url);
    case 'hotline':
      return town.staff.client(town.staff.atWork('jia', hour) ? town.dice.of(['jia', 'yi']) : 'bing');
    case 'worker':
    case 'onTheSpot':
      return town.staff.client('worker');
  }
}

/** Somebody reports a matter, or says "me too" where it is shown to be known already. */
export async function reportOne(town: Town, place: BuiltPlace, ordinal: number, hour: number): Promise<void> {
  const { dice } = town;
  const way = dice.weighed(ways) ?? 'phone';
  const words = wordsOf(town, place);
  const resident = dice.of(town.residents);
  if (way === 'phone' && (await meToo(town, words, resident))) return;
  const filed = await clientOf(town, way, hour, resident.client).call(caseRoutes.file, {
    body: bodyOf(town, way, words, resident.phone),
    key: `day-${town.now}-${ordinal}`,
  });
  count(town, `report by ${way}`);
  const known: KnownCase = { id: filed.id, number: filed.number, point: words.point, category: words.category };
  const resides = way === 'phone' || way === 'anonymous' || way === 'hotline';
  town.cases.push(resides ? { ...known, followCode: filed.followCode } : known);
}

/** Whether they supported a case that was shown to them instead of filing one more. */
async function meToo(
  town: Town,
  { point, category }: Words,
  { client, phone }: Town['residents'][number],
): Promise<boolean> {
  const [lon, lat] = point;
  const { rows } = await client.call(caseRoutes.nearby, { query: { lon, lat, category } });
  const [near] = rows;
  if (!near || town.dice.yes(0.4)) return false;
  try {
    await client.call(caseRoutes.support, { params: { id: near.id }, body: { contact: { phone } } });
    count(town, 'me too');
  } catch (error) {
    // The same phone has said so before.
    if (!(error instanceof Refused) || error.code !== 'case.alreadyAsked') throw error;
  }
  return true;
}
