/** On whose behalf something is done. Accounts join this union when the people room exists. */
export type Actor =
  { readonly kind: "anonymous" } | { readonly kind: "system"; readonly name: string };

export const anonymous: Actor = { kind: "anonymous" };

/** The program itself: a job, a command, a start-up step. */
export const system = (name: string): Actor => ({ kind: "system", name });
