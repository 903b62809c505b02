import { bilingual, type Bilingual } from "../../../base/message.ts";
import { isListed, type Case, type ListedLevel, type Subject } from "../../case/model.ts";
import type { Added } from "../../contract/answer.ts";
import { operands } from "../../evaluate/kinds.ts";
import { isUnlisted } from "../../evaluate/scope.ts";
import type { Node } from "../../ir.ts";
import { levelWords } from "../wording.ts";

/** A case with subjects that it does not have today, of which nothing is known yet. */
export type Extended = { readonly facts: Case; readonly added: readonly Subject[] };

/** More subjects than this are not proposed. */
export const addedMax = 3;

/** The case with one more subject of a level; a level that it did not list is listed then. */
export function withOneMore({ facts, added }: Extended, level: ListedLevel): Extended {
  const listed = isUnlisted(facts, level) ? [] : facts.subjects[level];
  const taken = new Set(listed.map(({ id }) => id));
  let number = 1;
  while (taken.has(`new-${number}`)) number += 1;
  const subject: Subject = { id: `new-${number}`, level, facts: new Map() };
  const subjects = { ...facts.subjects, [level]: [...listed, subject] };
  const stated = { ...facts.stated, [level]: true };
  return { facts: { ...facts, subjects, stated }, added: [...added, subject] };
}

/** The levels over which a condition folds so that one more subject may turn it. */
export function growing(node: Node, facts: Case): readonly ListedLevel[] {
  const found = new Set<ListedLevel>();
  const walk = (inner: Node): void => {
    if (inner.op !== "aggregate") return operands(inner).forEach(walk);
    // Of what is not listed, all are asked for: one that is named says nothing of the others.
    const isAll = inner.fold === "every" && isUnlisted(facts, inner.level);
    if (isListed(inner.level) && !isAll) found.add(inner.level);
    walk(inner.body);
  };
  walk(node);
  return [...found];
}

const article: Readonly<Record<ListedLevel, Bilingual>> = {
  building: bilingual("一栋", "a"),
  parcel: bilingual("一块", "a"),
  space: bilingual("一处", "a"),
};

/** What has to be there first, as an answer gives it. */
export function addedOf({ id, level }: Subject, facts: Case): Added {
  const [one, { zh, en }] = [article[level as ListedLevel], levelWords[level]];
  const text = isUnlisted(facts, level)
    ? bilingual(`先列出${zh}，其中要有${one.zh}`, `list the ${en}s; ${one.en} ${en} among them`)
    : bilingual(`再有${one.zh}${zh}`, `${one.en} further ${en}`);
  return { level, subject: id, text };
}
