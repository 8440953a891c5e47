import { caseRoutes, type ReporterCommand } from '@gezhi/contract/cases/index';
import { openClient, Refused } from '../client.ts';
import { reasons } from './matters.ts';
import { count, type Town } from './town.ts';

type Name = ReporterCommand['type'];

const weights: { readonly [Type in Name]: number } = {
  rate: 12,
  askReopening: 3,
  appeal: 6,
  raiseAgain: 2,
  note: 1,
  withdraw: 0.3,
};

function filledIn({ dice }: Town, name: Name): ReporterCommand {
  switch (name) {
    case 'rate': {
      const solved =
        dice.weighed([
          ['yes', 6],
          ['partly', 2],
          ['no', 2],
        ] as const) ?? 'yes';
      return { type: name, answered: true, solved, satisfied: dice.of(['very', 'fairly', 'no']) };
    }
    case 'askReopening':
    case 'appeal':
      return { type: name, reason: dice.of(reasons) };
    case 'raiseAgain':
      return { type: name, text: '还是没有解决' };
    case 'note':
      return { type: name, text: '晚上更严重', photos: [] };
    case 'withdraw':
      return { type: name };
  }
}

/** A reporter looks where their report stands, and may say something to it. */
export async function follow(town: Town, code: string): Promise<void> {
  const client = openClient(town.url);
  const view = await client.call(caseRoutes.follow, { params: { code } });
  const offered = (view.commands as readonly Name[]).filter((one) => one !== 'rate' || view.rating === undefined);
  const name = town.dice.weighed(offered.map((one) => [one, weights[one]] as const));
  // Most of them only look.
  if (name === undefined || !town.dice.yes(0.4)) return;
  const body = filledIn(town, name);
  try {
    await client.call(caseRoutes.followCommand, { params: { code }, body: body as never });
    count(town, `${name} by the reporter`);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    town.wrong.push(`${view.number} ${view.state}: the reporter ${JSON.stringify(body)}: ${error.message}`);
  }
}
