import { randomUUID } from "node:crypto";
import { system, type Actor } from "../base/actor.ts";
import { accept, refuse, type Decision } from "../base/decision.ts";
import { invariant } from "../base/invariant.ts";
import type { Db, TransactionOptions, Tx } from "../store/db.ts";
import { withoutWall } from "../store/without-wall.ts";
import { isReadOnly } from "../store/writable.ts";
import type { NotAllowed } from "./model/refusals.ts";
import { rightFor, rightsTo, type Held, type Resource } from "./model/rights.ts";
import { leavesTrace, type ActOf, type Kind } from "./model/rights-table.ts";
import { appendAudit } from "./store/audit.ts";

/** Who asks, and the request by which the log and the audit trail know it. */
export type Caller = { readonly actor: Actor; readonly requestId: string };

/** Whoever may start the program on its machine: the trail cannot know them any better. */
export const operator = (): Caller => ({ actor: system("operator"), requestId: randomUUID() });

/** Where a resource lies and whose it is, as far as its row says so. */
export type Whereabouts = Pick<Resource, "scope" | "owners">;

/** One act on one resource. */
export type Task<Name extends Kind, Refusal = never> = {
  readonly caller: Caller;
  readonly act: ActOf<Name>;
  readonly resource: Resource<Name>;
  /** Finds whose the resource is, in the transaction of the act and before rights are asked. */
  readonly locate?: (tx: Tx) => Promise<Decision<Whereabouts, Refusal>>;
  /** What the audit trail should keep of the order itself. No secrets, no texts of people. */
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly options?: TransactionOptions;
};

/** What the work may add to its row in the audit trail, such as the id of what it made. */
export type Trace = {
  readonly resource: Resource;
  note(more: { id?: string; scope?: string; detail?: Readonly<Record<string, unknown>> }): void;
};

/**
 * Does one act: the only way for a route or a command. It opens the transaction, asks whether the
 * actor may, runs the work, and appends the audit row beside it. A refusal rolls everything back
 * and is then kept in a transaction of its own, before the caller hears of it. A look at what
 * tells of nobody (`leavesTrace`) leaves no row.
 */
export async function perform<Name extends Kind, Value, Refusal = never>(
  db: Db,
  task: Task<Name, Refusal>,
  work: (tx: Tx, trace: Trace) => Promise<Decision<Value, Refusal>>,
): Promise<Decision<Value, Refusal | NotAllowed>> {
  const { actor } = task.caller;
  const seen: Seen = { resource: task.resource };
  const decision = await db.transaction(
    actor,
    (tx) => attempt(tx, { ...task, seen }, work),
    task.options,
  );
  if (!decision.ok) {
    await keepRefusal(db, { ...task, resource: seen.resource }, codeOf(decision.refusal));
  }
  return decision;
}

/**
 * Asks for a look that needs no database: nothing is opened for whoever may, and what was not
 * allowed is kept as by `perform`.
 */
export async function admit<Name extends Kind>(
  db: Db,
  task: Asked<Name>,
): Promise<Decision<null, NotAllowed>> {
  const { caller, act, resource } = task;
  invariant(!leavesTrace(resource.kind, act), "what leaves a row has its transaction");
  if (rightFor(caller.actor, act, resource)) return accept(null);
  await keepRefusal(db, task, "not_allowed");
  return refuse(notAllowed(task));
}

type Asked<Name extends Kind> = Pick<Task<Name, unknown>, "caller" | "act" | "resource">;

/** The resource with its whereabouts, for the row of a refusal: the transaction itself is gone. */
type Seen = { resource: Resource };

async function attempt<Name extends Kind, Value, Refusal>(
  tx: Tx,
  task: Task<Name, Refusal> & { readonly seen: Seen },
  work: (tx: Tx, trace: Trace) => Promise<Decision<Value, Refusal>>,
): Promise<Decision<Value, Refusal | NotAllowed>> {
  const { act } = task;
  const { actor } = task.caller;
  if (rightsTo(actor, task.resource.kind, act).length === 0) return refuse(notAllowed(task));
  const { locate } = task;
  const found = locate && (await withoutWall(tx, "people.locate", locate));
  if (found && !found.ok) return found;
  const resource: Resource<Name> = { ...task.resource, ...found?.value };
  task.seen.resource = resource;
  const right = rightFor(actor, act, resource);
  if (!right) return refuse(notAllowed(task));

  const trace = traceOf(task, resource);
  const decision = await work(tx, trace);
  if (decision.ok && leavesTrace(resource.kind, act)) {
    await appendAudit(tx, { ...rowOf(task, right), ...trace.noted() });
  }
  return decision;
}

const notAllowed = <Name extends Kind>({ caller, act, resource }: Asked<Name>) =>
  ({
    code: "not_allowed",
    act,
    kind: resource.kind,
    id: resource.id ?? null,
    signedIn: caller.actor.kind !== "anonymous",
  }) satisfies NotAllowed;

function traceOf<Name extends Kind>(
  { detail = {} }: Task<Name, unknown>,
  resource: Resource<Name>,
): Trace & { noted(): Noted } {
  let noted: Noted = { id: resource.id, scope: resource.scope, detail };
  return {
    resource,
    note: (more) => {
      noted = { ...noted, ...more, detail: { ...noted.detail, ...more.detail } };
    },
    noted: () => noted,
  };
}

type Noted = {
  readonly id?: string | undefined;
  readonly scope?: string | undefined;
  readonly detail: Readonly<Record<string, unknown>>;
};

/** A task as far as its row needs it. */
type Done = Pick<Task<Kind>, "caller" | "detail"> & { act: string; resource: Resource };

const rowOf = ({ caller, act, resource, detail = {} }: Done, right?: Held) => ({
  actor: caller.actor,
  role: right?.grant?.role,
  delegatedBy: right?.grant?.delegatedBy,
  act,
  kind: resource.kind,
  id: resource.id,
  scope: resource.scope,
  requestId: caller.requestId,
  detail,
});

/**
 * A refused look at what tells of nobody is no act; one that was not allowed always is. Where
 * nothing can be written the refusal stands all the same: the log alone then tells of it.
 */
async function keepRefusal(db: Db, task: Done, refusal: string): Promise<void> {
  if (refusal !== "not_allowed" && !leavesTrace(task.resource.kind, task.act)) return;
  const row = { ...rowOf(task), refusal };
  await db.transaction(system("people.audit"), async (tx) => {
    if (!(await isReadOnly(tx))) await appendAudit(tx, row);
  });
}

/** Refusals have a code; those that join several rooms name the room and hold the refusal. */
function codeOf(refusal: unknown): string {
  const { code, kind, refusal: inner } = refusal as { code?: unknown } & Record<string, unknown>;
  if (typeof code === "string") return code;
  return inner === undefined ? String(kind) : codeOf(inner);
}
