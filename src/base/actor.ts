/** A role that an account holds in one scope, and in whose place where it is delegated. */
export type Grant = {
  readonly role: string;
  /** The path of an organisation, such as "110000.110101": it covers all that stands below. */
  readonly scope: string;
  /** The account that delegated the role. */
  readonly delegatedBy?: string;
};

/** Somebody who has signed in, with what they may at this very request. */
export type AccountActor = {
  readonly kind: "account";
  readonly id: string;
  readonly session?: string;
  readonly grants: readonly Grant[];
};

/** On whose behalf something is done. */
export type Actor =
  | { readonly kind: "anonymous" }
  | { readonly kind: "system"; readonly name: string }
  | AccountActor;

export const anonymous: Actor = { kind: "anonymous" };

/** The program itself: a job, a command, a start-up step. */
export const system = (name: string): Actor => ({ kind: "system", name });
