import { dayNumber } from "../../base/date.ts";
import { parseUnit } from "../../base/unit.ts";
import type { Campaign, Citation, PolicyBranch, RenewalPath, Task } from "../contract/pack.ts";
import { isReversed, readFigure } from "../resolve/figures.ts";
import { nearest } from "../resolve/nearest.ts";
import { unknownUnit } from "../resolve/units.ts";
import type { Located, PackSource } from "../source.ts";
import type { Book } from "./book.ts";
import { checkAccounts } from "./mentions.ts";
import { checkDocument, checkMechanism, checkOrganisations, type NamePlace } from "./named.ts";

/** What documents give to agencies: whoever owes it exists, and what is due has a day or none. */
export function checkTasks(book: Book, source: PackSource): void {
  for (const located of source.measures) {
    const { duty } = located.value;
    if (duty) checkDuty({ book, located, path: ["duty"] }, duty);
  }
  for (const task of source.tasks) checkTask(book, task);
  for (const campaign of source.campaigns) checkCampaign(book, campaign);
  for (const path of source.paths) checkPath(book, path);
  const campaigns = source.campaigns.map(({ value }) => value.id);
  for (const branch of source.branches) checkBranch(book, branch, campaigns);
}

const at = (place: NamePlace, ...steps: readonly (string | number)[]): NamePlace => ({
  ...place,
  path: [...place.path, ...steps],
});

type Owed = { readonly owner: readonly string[]; readonly due: string };

function checkDuty(place: NamePlace, { owner, due }: Owed): void {
  checkOrganisations(at(place, "owner"), owner);
  checkDue(at(place, "due"), due);
}

const firstDay = "-01-01";

/** A year, a month or a day of the calendar. */
function checkDue({ book, located, path }: NamePlace, text: string): void {
  const whole = text + firstDay.slice(text.length - 4);
  if (text === "unknown" || dayNumber(whole) !== undefined) return;
  book.desk.about(located, path, { code: "due_invalid", holes: { text } });
}

const checkCited = (place: NamePlace, { document }: Pick<Citation, "document">) =>
  checkDocument(at(place, "document"), document);

function checkTask(book: Book, located: Located<Task>): void {
  const place = { book, located, path: [] };
  const { cite, group, state, shown_by: shown = [] } = located.value;
  checkMechanism(at(place, "group"), group, checkCited(at(place, "cite"), cite));
  checkDuty(place, located.value);
  if (state !== "unknown" && shown.length === 0) {
    book.desk.about(located, ["state"], { code: "state_unshown", holes: { state } });
  }
  shown.forEach((one, index) => checkCited(at(place, "shown_by", index), one));
  checkAccounts({ desk: book.desk, located, isDuty: true });
}

function checkPath(book: Book, located: Located<RenewalPath | Campaign>): void {
  const place = { book, located, path: [] };
  const { cite, made_by: makers, carried_out_by: doers } = located.value;
  checkCited(at(place, "cite"), cite);
  checkOrganisations(at(place, "made_by"), makers);
  checkOrganisations(at(place, "carried_out_by"), doers);
  const targets = "targets" in located.value ? located.value.targets.map(({ id }) => id) : [];
  checkAccounts({ desk: book.desk, located, targets, isDuty: true });
}

function checkCampaign(book: Book, located: Located<Campaign>): void {
  const { targets, where } = located.value;
  checkPath(book, located);
  for (const [fact, options] of Object.entries(where)) {
    checkOptions({ book, located, path: ["where", fact] }, { fact, options });
  }
  targets.forEach((target, index) => {
    const place = { book, located, path: ["targets", index] };
    if (targets.findIndex(({ id }) => id === target.id) < index) {
      const holes = { id: target.id };
      book.desk.about(located, [...place.path, "id"], { code: "target_twice", holes });
    }
    checkTarget(place, target);
  });
}

type Where = { readonly fact: string; readonly options: readonly string[] };

/** The kind of a project is told by a fact of the dictionary and some of its options. */
function checkOptions({ book, located, path }: NamePlace, { fact, options }: Where): void {
  const index = book.factById.get(fact);
  const known = index === undefined ? undefined : book.facts[index]?.definition.options;
  if (!known) {
    const holes = { name: fact, nearest: nearest(fact, book.factById.keys()) };
    book.desk.about(located, path, { code: "fact_unknown", holes });
    return;
  }
  const ids = known.map(({ id }) => id);
  options.forEach((name, place) => {
    if (ids.includes(name)) return;
    const holes = { name, nearest: nearest(name, ids), fact, options: ids };
    book.desk.about(located, [...path, place], { code: "option_unknown", holes });
  });
}

function checkTarget(place: NamePlace, { unit, value, by }: Campaign["targets"][number]): void {
  const { book, located, path } = place;
  checkDue(at(place, "by"), by);
  if (!parseUnit(unit)) {
    book.desk.about(located, [...path, "unit"], { code: "unit_unknown", holes: unknownUnit(unit) });
  }
  const written = Array.isArray(value) ? value : [value, value];
  const [low, high] = written.map(readFigure);
  if (low && high && !isReversed(low, high)) return;
  const holes = { text: String(value) };
  book.desk.about(located, [...path, "value"], { code: "figure_invalid", holes });
}

function checkBranch(
  book: Book,
  located: Located<PolicyBranch>,
  campaigns: readonly string[],
): void {
  const place = { book, located, path: [] };
  const { cite, holds, campaigns: named = [] } = located.value;
  checkCited(at(place, "cite"), cite);
  holds.forEach(({ document, mechanism }, index) => {
    const found = checkDocument(at(place, "holds", index, "document"), document);
    if (mechanism === undefined) return;
    checkMechanism(at(place, "holds", index, "mechanism"), mechanism, found);
  });
  named.forEach((name, index) => {
    if (campaigns.includes(name)) return;
    const holes = { name, nearest: nearest(name, campaigns) };
    book.desk.about(located, ["campaigns", index], { code: "campaign_unknown", holes });
  });
}
