import type { Bilingual } from "./message.ts";

/** The world failed (database gone, disk full, time out): not the user's mistake, and not a bug. */
export class Fault extends Error {
  override readonly name = "Fault";
  readonly code: string;
  readonly retryAfterSeconds: number | undefined;
  /** The sentence for the person who waits, where there is a better one than "try again later". */
  readonly say: Bilingual | undefined;

  constructor(
    code: string,
    message: string,
    options: { cause?: unknown; retryAfterSeconds?: number; say?: Bilingual } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.say = options.say;
  }
}
