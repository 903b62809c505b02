import { bilingual, type Locale } from "../../base/message.ts";
import { survey, type Survey, type SurveyLine, type SurveyPlace } from "../../rules/index.ts";
import { misuse, type Call, type Command, type Outcome } from "../../terminal/index.ts";
import { asOfOption, bookFor, factsArgument, packOption, type CommandContext } from "./context.ts";
import { asOfCall, casesOfCall } from "./evaluate.ts";

const placesMax = 5;
const linesMax = 20;

const grouped = (locale: Locale) => new Intl.NumberFormat(locale === "zh" ? "zh-CN" : "en");

/** 1,200 m², and so many amounts whose end nobody knows. */
function areaText({ area, boundless }: SurveyPlace | SurveyLine, locale: Locale): string {
  const number = grouped(locale).format(Math.round(area));
  const beside = bilingual(`另 ${boundless} 项数额未知`, `${boundless} more amounts unknown`);
  const parts = [...(area > 0 ? [`${number} m²`] : []), ...(boundless > 0 ? [beside[locale]] : [])];
  const comma = { zh: "，", en: ", " }[locale];
  return parts.map((part) => comma + part).join("");
}

function placeText(place: SurveyPlace, locale: Locale): string {
  const name = place.title ?? place.case;
  const said = bilingual(`${name}：可定 ${place.settles} 条`, `${name}: settles ${place.settles}`);
  return `    ${said[locale]}${areaText(place, locale)}`;
}

function lineText(line: SurveyLine, most: number, locale: Locale): string {
  const { fact, places, settles, waits } = line;
  const head = bilingual(
    `${fact.definition.label.zh}（${fact.id}）：${places.length} 处要查，可定结论 ${settles} 条`,
    `${fact.definition.label.en} (${fact.id}): ${places.length} places, settles ${settles} verdicts`,
  );
  const others = bilingual(
    `；还有 ${waits - settles} 条在等它和别的事实`,
    `; ${waits - settles} more wait for it and for others`,
  );
  const more = bilingual(`    另有 ${places.length - most} 处`, `    ${places.length - most} more`);
  return [
    `${head[locale]}${areaText(line, locale)}${waits > settles ? others[locale] : ""}`,
    ...places.slice(0, most).map((place) => placeText(place, locale)),
    ...(places.length > most ? [more[locale]] : []),
  ].join("\n");
}

function surveyText({ cases, lines }: Survey, limits: Limits, locale: Locale): string {
  const { top, places } = limits;
  const head = bilingual(
    `调查清单：${cases} 个案例，${lines.length} 项事实值得去查`,
    `Survey list: ${cases} cases, ${lines.length} facts worth finding out`,
  );
  const left = lines.length - top;
  const rest = bilingual(`另有 ${left} 项，用 --top 看`, `${left} more, see them with --top`);
  return [
    head[locale],
    ...lines.slice(0, top).map((line) => lineText(line, places, locale)),
    ...(left > 0 ? [rest[locale]] : []),
  ].join("\n");
}

type Limits = { readonly top: number; readonly places: number };

/** A whole number from 1 up; undefined where an option says anything else. */
function countOf(said: unknown, usual: number): number | undefined {
  if (said === undefined) return usual;
  const count = Number(said);
  return Number.isSafeInteger(count) && count >= 1 ? count : undefined;
}

const plain = ({ fact, ...line }: SurveyLine) => ({
  fact: fact.id,
  label: fact.definition.label,
  source: fact.definition.source,
  ...line,
});

/** `zhibu survey`: which fact is to be found out where, and what that settles. */
export async function runSurvey(context: CommandContext, call: Call): Promise<Outcome> {
  const asOf = asOfCall(call);
  if (!asOf.ok) return asOf.refusal;
  const top = countOf(call.options["top"], linesMax);
  const places = countOf(call.options["places"], placesMax);
  if (top === undefined || places === undefined) {
    return misuse(
      "count_invalid",
      bilingual("--top 和 --places 要写正整数", "--top and --places take a whole number from 1"),
    );
  }
  const book = await bookFor(context, call);
  if (!book.ok) return book.refusal;
  const cases = await casesOfCall(book.value, call);
  if (!cases.ok) return cases.refusal;
  const found = survey(book.value.program, cases.value, asOf.value);
  return {
    exit: 0,
    json: { asOf: asOf.value, cases: found.cases, lines: found.lines.map(plain) },
    text: (locale) => surveyText(found, { top, places }, locale),
  };
}

/** `zhibu survey`. */
export const surveyCommand = (context: CommandContext): Command => ({
  name: "survey",
  means: bilingual(
    "调查清单：哪些地方查清哪项事实，能定多少条结论、多少平方米",
    "survey list: which fact, at which places, settles how many verdicts and how many m²",
  ),
  takes: [{ ...factsArgument, many: true }],
  options: [
    { flags: "--projects", means: bilingual("具名项目", "the named projects") },
    { flags: "--top <n>", means: bilingual("列出几项事实", "how many facts to list") },
    { flags: "--places <n>", means: bilingual("每项列出几处", "how many places to list of each") },
    asOfOption,
    packOption,
  ],
  run: (call) => runSurvey(context, call),
});
