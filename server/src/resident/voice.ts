import { type Locale, say, type ValuesFor, type WordId } from '@gezhi/contract/words/index';
import type { words } from '@gezhi/contract/words/catalogue';

/** Says a message in the language of one page. */
export type Say = <Id extends WordId>(id: Id, ...values: ValuesFor<(typeof words)[Id]['zh']>) => string;

/** The speaker of a page. */
export const voiceOf =
  (locale: Locale): Say =>
  (id, ...values) =>
    say(locale, id, ...values);
