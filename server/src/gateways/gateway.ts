/** A way to reach somebody outside. */
export interface Gateway {
  /**
   * Hands one message over. Resolved means that the other side took it, not that it was read.
   * @throws NotDelivered with a stable code
   */
  send(message: Message): Promise<void>;
}

export interface Message {
  /** A phone number or an e-mail address. */
  readonly to: string;
  readonly text: string;
  /** Heading, where the way has one. */
  readonly subject: string;
}

/** Thrown when a gateway did not take a message. The code says why and holds nothing of the message. */
export class NotDelivered extends Error {
  override readonly name = 'NotDelivered';
  readonly code: string;
  constructor(code: string, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}
