import { system } from "../../src/base/actor.ts";
import type { Db, Tx } from "../../src/store/db.ts";

/** A transaction that stays open until it is told to commit. */
export type Held = {
  readonly run: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly commit: () => Promise<void>;
};

/** Opens a transaction and gives it to the caller, statement by statement. */
export async function holdTransaction(db: Db): Promise<Held> {
  let commit = (): void => undefined;
  const told = new Promise<void>((resolve) => (commit = resolve));
  let done: Promise<void> = Promise.resolve();
  const tx = await new Promise<Tx>((resolve, reject) => {
    done = db.transaction(system("test.held"), (open) => {
      resolve(open);
      return told;
    });
    done.catch(reject);
  });
  return {
    run: (work) => work(tx),
    commit: () => {
      commit();
      return done;
    },
  };
}
