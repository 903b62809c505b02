/** Takes a line with its fields: the server's own log does. */
type Log = { error(fields: object, what: string): void };

/** Hears of a failure, and of what it belongs to. */
export type Failing = (cause: unknown, of?: object) => void;

/** What fails beside requests. Some of it begins before there is a server with a log. */
export type Failures = {
  /** Whoever tells of failures of one kind. */
  readonly of: (what: string) => Failing;
  /** Tells what was held back so far, and from now on each as it comes. */
  readonly tellTo: (log: Log) => void;
};

export function holdFailures(): Failures {
  const held: [fields: object, what: string][] = [];
  let log: Log = { error: (...line) => void held.push(line) };
  return {
    of: (what) => (err, of) => log.error({ err, ...of }, what),
    tellTo: (found) => {
      log = found;
      for (const line of held.splice(0)) log.error(...line);
    },
  };
}
