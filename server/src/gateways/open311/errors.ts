/** An error as GeoReport says it: always a list, each with the HTTP status and a sentence. */
export interface GeoError {
  readonly code: number;
  readonly description: string;
}

/** A refusal of this interface, carried to its own error handler. */
export class GeoProblem extends Error {
  readonly status: number;
  readonly errors: readonly GeoError[];
  constructor(status: number, descriptions: readonly string[]) {
    super(descriptions.join('; '));
    this.status = status;
    this.errors = descriptions.map((description) => ({ code: status, description }));
  }
}

export const unknown = (description: string): GeoProblem => new GeoProblem(404, [description]);
export const bad = (...descriptions: readonly string[]): GeoProblem => new GeoProblem(400, descriptions);

const sentences: Readonly<Record<number, string>> = {
  413: 'the request is too large',
  415: 'this content type is not taken; send application/x-www-form-urlencoded',
  429: 'too many requests; try again in a minute',
};

/** What is said of a failure met outside this interface, by its HTTP status. */
export const sentenceOf = (status: number): string =>
  sentences[status] ?? (status >= 500 ? 'the server failed; try again later' : 'the request cannot be read');
