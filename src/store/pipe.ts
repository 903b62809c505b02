/** Hands lines from a transaction that reads to one that writes, one line at a time. */
export type Pipe<Line> = {
  /** Resolves when the line was taken. @throws what the other side gave up with */
  put(line: Line): Promise<void>;
  /** No more lines come; with a cause, because the reading failed. */
  end(cause?: Error): void;
  /** The lines, for one taker; whoever puts afterwards is given the cause. */
  lines(): AsyncGenerator<Line>;
  giveUp(cause: Error): void;
};

type Way<Line> = { line?: Line; taken?: () => void; failed?: (cause: Error) => void };

export function makePipe<Line>(): Pipe<Line> {
  const way: Way<Line> = {};
  const state: { ended: boolean; cause?: Error; given?: { cause: Error } } = { ended: false };
  let wake = (): void => undefined;

  return {
    put: (line) =>
      new Promise<void>((taken, failed) => {
        if (state.given) return failed(state.given.cause);
        Object.assign(way, { line, taken, failed });
        wake();
      }),
    end: (cause) => {
      state.ended = true;
      if (cause) state.cause = cause;
      wake();
    },
    lines: async function* () {
      for (;;) {
        const { line, taken } = way;
        if (line === undefined && state.cause !== undefined) throw state.cause;
        if (line === undefined && state.ended) return;
        if (line === undefined) await new Promise<void>((resolve) => (wake = resolve));
        else {
          yield line;
          delete way.line;
          taken?.();
        }
      }
    },
    giveUp: (cause) => {
      state.given = { cause };
      way.failed?.(cause);
    },
  };
}
