import { accept } from "../base/decision.ts";
import { invariant } from "../base/invariant.ts";
import { operator, perform, type ActOf, type Kind, type Task } from "../people/index.ts";
import type { Db } from "../store/db.ts";
import { isWritable } from "../store/writable.ts";

type Act<Name extends Kind> = Pick<Task<Name>, "resource" | "detail"> & {
  readonly act: ActOf<Name>;
};

/**
 * Leaves the row of what the operator did to a database as a whole, and could not do in one
 * transaction with it. Where nothing can be written there is no trail to write to.
 */
export async function noteAct<Name extends Kind>(db: Db, act: Act<Name>): Promise<void> {
  if (!(await isWritable(db))) return;
  const task = { ...act, caller: operator() };
  const noted = await perform<Name, null>(db, task, async () => accept(null));
  invariant(noted.ok, "the operator may do everything");
}
