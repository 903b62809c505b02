import type { Actor } from "../../base/actor.ts";

/** On whose behalf a job was wanted, and by which request: it goes into what the job logs. */
export type JobContext = {
  readonly requestId: string | null;
  /** Who wanted it; the job itself acts in the program's name. */
  readonly actor: JobActor;
};

/** An actor as it is kept with a job: what it may do is asked anew, not remembered. */
export type JobActor = { readonly kind: Actor["kind"]; readonly name: string | null };

export type Job = {
  readonly id: string;
  readonly queue: string;
  readonly about: Readonly<Record<string, unknown>>;
  readonly context: JobContext;
  /** Set when the job's time is over: long work looks at it between its steps. */
  readonly signal: AbortSignal;
};

/** A kind of work, and how patient it is. */
export type Queue = {
  /** The room and the work: "policy.sweep". */
  readonly name: string;
  readonly work: (job: Job) => Promise<void>;
  /** When it is done by itself, as cron writes it, in UTC; then also when the program starts. */
  readonly cron?: string;
  /** How often it is tried again before it lies with the dead; three times unless it is said. */
  readonly retries?: number;
  /** Seconds before the first retry; each further one waits about twice as long. */
  readonly retrySeconds?: number;
  /** Work that is not done by then is taken from its worker and tried again. */
  readonly expireSeconds?: number;
  /**
   * A worker says so often that it lives; a job whose worker has not is tried again. Long work
   * wants it: a worker that was lost is missed long before the work expires.
   */
  readonly heartbeatSeconds?: number;
};

/** Where jobs lie that failed each time. */
export const deadQueue = "store.dead";

/** What is kept of an actor with a job. */
export function jobActorOf(actor: Actor): JobActor {
  switch (actor.kind) {
    case "anonymous":
      return { kind: actor.kind, name: null };
    case "system":
      return { kind: actor.kind, name: actor.name };
    case "account":
      return { kind: actor.kind, name: actor.id };
  }
}
