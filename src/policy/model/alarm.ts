import type { Book } from "./book.ts";
import type { CitingKind } from "./citations.ts";
import type { DocumentVerification, VerificationLine } from "./verification.ts";

/** A citation whose text changed, and what rests on it. */
export type TextAlarm = {
  readonly kind: CitingKind;
  readonly id: string;
  readonly document: string;
  readonly item: string;
  /** The hash that was coded, and the one found; none where the clause is gone. */
  readonly expected: string;
  readonly found: string | null;
  readonly raisedAt: string;
  readonly rules: readonly string[];
  /** Cases of the pack by which those rules are tried. */
  readonly cases: readonly string[];
  readonly projects: readonly string[];
  /** Stored evaluations in which one of those rules applies or is open. */
  readonly evaluations: readonly string[];
};

export type AlarmTouch = Pick<TextAlarm, "rules" | "cases" | "projects" | "evaluations">;

/** How the citations of the pack stand against the texts, and what that sounds. */
export type CorpusVerification = {
  readonly citations: number;
  readonly documents: readonly DocumentVerification[];
  readonly alarms: readonly TextAlarm[];
};

/** When something is done, and on which day of the law. */
export type Moment = { readonly at: string; readonly asOf: string };

/** What of the pack itself rests on a citation: its rules and the cases that try them. */
export function restingOn({ source }: Book, kind: CitingKind, id: string) {
  const coded = { measure: source.measures, card: source.cards };
  const holder = kind === "measure" || kind === "card" ? coded[kind] : [];
  const found = holder.find(({ value }) => value.id === id)?.value;
  return {
    rules: (found?.rules ?? []).map((rule) => `${id}/${rule.id}`),
    cases: (found?.cases ?? []).map((one) => one.name),
  };
}

/** An alarm as it is raised; one that stood before keeps its day. */
export function alarmOf(
  { citing, found }: VerificationLine,
  touched: AlarmTouch,
  { before, at }: { readonly before: readonly TextAlarm[]; readonly at: string },
): TextAlarm {
  const { kind, id, document, item, sha256: expected } = citing;
  const hash = found ?? null;
  const stood = before.find(
    (alarm) => alarm.kind === kind && alarm.id === id && alarm.found === hash,
  );
  const own = { kind, id, document, item, expected, found: hash };
  return { ...own, raisedAt: stood?.raisedAt ?? at, ...touched };
}
