/** One message in both languages, in ICU MessageFormat. Both name the same placeholders; `npm run words` checks it. */
export interface Word {
  readonly zh: string;
  readonly en: string;
}

/** A catalogue: message id → message. Ids read `<face or noun>.<page or thing>.<what>`. */
export type Words = Readonly<Record<string, Word>>;

/**
 * Names of the placeholders of an ICU message. The Chinese text is read, because Chinese has no plural
 * forms and so every `{` in it begins a placeholder.
 */
export type PlaceholdersOf<Message extends string> = Message extends `${string}{${infer Rest}`
  ? Rest extends `${infer Inside}}${infer After}`
    ? NameOf<Inside> | PlaceholdersOf<After>
    : never
  : never;

type NameOf<Inside extends string> = Inside extends `${infer Name},${string}` ? Name : Inside;

/** The values a message needs; no argument at all where it has no placeholder. */
export type ValuesFor<Message extends string> = [PlaceholdersOf<Message>] extends [never]
  ? []
  : [values: Readonly<Record<PlaceholdersOf<Message>, string | number>>];
