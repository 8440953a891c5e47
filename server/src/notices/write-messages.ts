import { inLocale, type Locale, sayData, type WordId } from '@gezhi/contract/words/index';
import { parsePhone } from '@gezhi/domain/people/index';
import type { RuleName } from '@gezhi/domain/rules/index';
import type { Trx } from '../database/index.ts';
import type { Deps } from '../deps.ts';
import { type Contact, findSubject, readContact, sealFor } from '../people/index.ts';
import { insertMessages } from './outbox-store.ts';
import { deliveryQueue } from './queues.ts';

/** For whoever never saw a page of ours: they called, or somebody reported for them. */
const firstLocale: Locale = 'zh-CN';

/** One thing to tell a subject about a case. */
export interface Letter {
  readonly county: string;
  readonly subject: string;
  readonly caseId: string;
  readonly area: string;
  /** Once for each subject. */
  readonly news: string;
  readonly words: WordId;
  /** What stands in the words, in the language of the reader. */
  readonly values: (locale: Locale) => Promise<Readonly<Record<string, string>>>;
  /** Only its reader may read it: it holds the follow code. */
  readonly secret?: boolean;
  /** Name of the case's category. */
  readonly category: RuleName;
  /** ISO time of what is told. */
  readonly at: string;
}

type Has = Pick<Deps, 'keys' | 'jobs' | 'newId'>;

/** Field of a subject under which the texts of its messages are sealed. */
export const messageField = 'message';

/** A text message to whoever has a mobile, else e-mail. A landline has to be called. */
function wayTo({ phone, email }: Contact): 'sms' | 'email' | undefined {
  const line = phone === undefined ? undefined : parsePhone(phone)?.kind;
  if (line === 'mobile' || line === 'foreign') return 'sms';
  return email === undefined ? undefined : 'email';
}

/** Puts a letter into the outbox, sealed under its reader's key. Who left no address, or was erased, is not written to. */
export async function writeLetter(deps: Has, trx: Trx, letter: Letter): Promise<void> {
  const { county, subject: id } = letter;
  const subject = await findSubject(trx, deps.keys, county, id);
  const contact = subject && (await readContact(trx, deps.keys, county, id));
  const kind = contact && wayTo(contact);
  if (subject === undefined || kind === undefined) return;
  const locale = subject.language ?? firstLocale;
  const category = inLocale(locale, letter.category);
  const text = sayData(locale, letter.words, { ...(await letter.values(locale)), category });
  const added = await insertMessages(trx, [
    {
      county,
      id: deps.newId(),
      news: `${letter.news}.${id}`,
      kind,
      subject: id,
      recipient: null,
      text: sealFor(deps.keys, subject, text, messageField),
      secret: letter.secret === true,
      case_id: letter.caseId,
      area: letter.area,
      at: letter.at,
    },
  ]);
  for (const message of added) await deps.jobs.enqueue(trx, deliveryQueue, { county, id: message });
}
