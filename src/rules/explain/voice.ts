import type { Bilingual } from "../../base/message.ts";
import type { Edition } from "../evaluate/edition.ts";
import type { Scope } from "../evaluate/scope.ts";
import type { Node } from "../ir.ts";

/** Who speaks: with a scope facts are told with their values, without one only the rule is told. */
export type Voice = {
  readonly edition: Edition;
  readonly scope: Scope | undefined;
  /** How this voice tells a condition. */
  readonly clause: (node: Node, voice: Voice) => Bilingual;
};
