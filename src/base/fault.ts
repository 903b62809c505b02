/** The world failed (database gone, disk full, time out): not the user's mistake, and not a bug. */
export class Fault extends Error {
  override readonly name = "Fault";
  readonly code: string;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: string,
    message: string,
    options: { cause?: unknown; retryAfterSeconds?: number } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
