import { system } from "../../base/actor.ts";
import { invariant } from "../../base/invariant.ts";
import { renderDiagnostic } from "../../rules/index.ts";
import type { Db } from "../../store/db.ts";
import type { Book } from "../model/book.ts";
import { lawWith } from "../model/register.ts";
import { versionMark, versionsInForce } from "../store/registers.ts";

/** The law in force on this node: the shipped pack, with the registers that operators imported. */
export type Law = {
  readonly book: Book;
  /** Takes up what was imported since; cheap where nothing was. */
  refresh(): Promise<void>;
};

const me = system("policy.law");

/**
 * The law of a node, as shipped until it is first refreshed. An import that the pack no longer fits
 * makes a refresh fail, and the law stays as it was: a pack that was replaced under its imports is
 * told of, and not answered from by halves.
 */
export function lawOf(db: Db, shipped: Book): Law {
  let book = shipped;
  let mark = 0;
  let running: Promise<void> | undefined;
  const takeUp = async (): Promise<void> => {
    const now = await db.transaction(me, versionMark);
    if (now === mark) return;
    const law = lawWith(shipped, await db.transaction(me, versionsInForce));
    const findings = law.ok ? [] : law.refusal.map((one) => renderDiagnostic(one, "en"));
    invariant(law.ok, `the imported registers fit the pack:\n${findings.join("\n")}`);
    book = law.value;
    mark = now;
  };
  return {
    get book() {
      return book;
    },
    refresh: () => {
      running ??= takeUp().finally(() => (running = undefined));
      return running;
    },
  };
}
