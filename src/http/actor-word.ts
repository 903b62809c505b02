import type { Actor } from "../base/actor.ts";

/** Who acts, in one word of the log. */
export const actorWord = (actor: Actor): string => {
  if (actor.kind === "anonymous") return actor.kind;
  return `${actor.kind}:${"id" in actor ? String(actor.id) : actor.name}`;
};
