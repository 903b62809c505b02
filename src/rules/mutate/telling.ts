import { bilingual, type Bilingual } from "../../base/message.ts";
import { clause, voiceOf } from "../explain/clause.ts";
import { expressionText } from "../explain/expression.ts";
import type { Voice } from "../explain/voice.ts";
import { editionOn } from "../evaluate/edition.ts";
import { isArithmetic } from "../evaluate/kinds.ts";
import type { Node, Program } from "../ir.ts";
import type { Force, Standing } from "../contract/pack.ts";
import type { Change } from "./change.ts";

/** The law of the pack's own day tells its figures. */
export const voiceIn = (program: Program): Voice =>
  voiceOf(editionOn(program, program.version), undefined);

function fragment(node: Node, voice: Voice): Bilingual {
  const isNumber = node.type.kind === "number" || isArithmetic(node);
  return isNumber ? expressionText(node, voice) : clause(node, voice);
}

/** A part of an expression that is written otherwise. */
export function tellChange(place: Bilingual, before: Node, { change, voice }: Told): Bilingual {
  if (change.dropped) return tellDropped(place, fragment(change.dropped, voice));
  const [was, is] = [fragment(before, voice), fragment(change.by, voice)];
  return tellBecomes(place, was, is);
}

type Told = { readonly change: Change; readonly voice: Voice };

export const tellBecomes = (place: Bilingual, was: Bilingual, is: Bilingual): Bilingual =>
  bilingual(
    `${place.zh}：“${was.zh}”写成“${is.zh}”`,
    `${place.en}: "${was.en}" becomes "${is.en}"`,
  );

export const tellDropped = (place: Bilingual, what: Bilingual): Bilingual =>
  bilingual(`${place.zh}：漏掉“${what.zh}”`, `${place.en}: "${what.en}" is left out`);

export const forceNames: Readonly<Record<Force, Bilingual>> = {
  must: bilingual("应当", "must"),
  in_principle: bilingual("原则上", "in principle"),
  may: bilingual("可以", "may"),
  advice: bilingual("鼓励", "advice"),
};

export const standingNames: Readonly<Record<Standing, Bilingual>> = {
  full: bilingual("全面实施", "full"),
  pilot: bilingual("试点推进", "pilot"),
  exploratory: bilingual("探索研究", "exploratory"),
};
