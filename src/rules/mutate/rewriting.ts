import { bilingual, type Bilingual } from "../../base/message.ts";
import type { Ratio } from "../../base/ratio.ts";
import { movesByWhole } from "../check/whole.ts";
import type { Voice } from "../explain/voice.ts";
import type { Node } from "../ir.ts";
import type { Change } from "./change.ts";
import { changesOf } from "./node-changes.ts";
import { spotsOf } from "./rebuild.ts";
import { moved, ways } from "./steps.ts";
import { tellChange } from "./telling.ts";

/** An expression written otherwise in one place. */
export type Rewriting = {
  /** "when.1.0:border". */
  readonly id: string;
  readonly node: Node;
  readonly text: Bilingual;
};

/** Where an expression stands, in ids and in words. */
export type Place = { readonly id: string; readonly label: Bilingual };

/**
 * Every small change of every part of an expression. What moves a date by a part of a day is left
 * out: nobody compiles it.
 */
export function rewritings(node: Node, { id, label }: Place, voice: Voice): readonly Rewriting[] {
  const { program } = voice.edition;
  return spotsOf(node, id).flatMap((spot) =>
    slipsAt(spot.node).flatMap((change): readonly Rewriting[] => {
      const changed = spot.replace(change.by);
      if (!movesByWhole(changed, program)) return [];
      const text = tellChange(label, spot.node, { change, voice });
      return [{ id: `${spot.place}:${change.name}`, node: changed, text }];
    }),
  );
}

/** What a register gives is written out by the compiler: no author can slip inside it. */
const slipsAt = (node: Node): readonly Change[] =>
  node.op === "if" && node.register !== undefined ? [] : changesOf(node);

const more = bilingual("多一个最小单位", "one step more");
const less = bilingual("少一个最小单位", "one step less");

/** A quantity one step larger, and one step smaller. */
export function shifts(node: Node, { id, label }: Place, step: Ratio): readonly Rewriting[] {
  return ways.map((way) => ({
    id: `${id}:${way}`,
    node: moved(node, step, way),
    text: tellMoved(label, way === "up" ? more : less),
  }));
}

const tellMoved = (label: Bilingual, by: Bilingual): Bilingual =>
  bilingual(`${label.zh}：${by.zh}`, `${label.en}: ${by.en}`);
