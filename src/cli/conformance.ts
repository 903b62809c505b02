import { isAbsolute, join } from "node:path";
import type { Locale } from "../base/message.ts";
import {
  runConformanceCase,
  type ConformanceCase,
  type ConformanceResult,
  type ConformanceStatus,
} from "../rules/index.ts";
import { writeWhole } from "../store/atomic-file.ts";
import { inputMisuse, misuse, readInput, type Call, type Command } from "../terminal/index.ts";

type Tally = Readonly<Record<ConformanceStatus, number>>;

const tallyOf = (results: readonly ConformanceResult[]): Tally => {
  const count = (wanted: ConformanceStatus): number =>
    results.filter(({ status }) => status === wanted).length;
  return {
    passed: count("passed"),
    failed: count("failed"),
    unsupported: count("unsupported"),
  };
};

const isText = (value: unknown): value is string => typeof value === "string";

function isCase(value: unknown): value is ConformanceCase {
  if (value === null || typeof value !== "object") return false;
  const one = value as Readonly<Record<string, unknown>>;
  const { inputs, typeRef } = one;
  const texts = [one["level"], one["suite"], one["id"], one["expr"], one["expected"]];
  if (!texts.every(isText) || typeof one["err"] !== "boolean") return false;
  if (typeRef !== null && typeRef !== undefined && !isText(typeRef)) return false;
  return inputs !== null && typeof inputs === "object" && Object.values(inputs).every(isText);
}

/** The cases of a file; undefined when it holds anything else. */
function readCases(text: string): readonly ConformanceCase[] | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) && read.every(isCase) ? read : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

type Part = { readonly name: string; readonly values: Tally; readonly errors: Tally };

function partOf(name: string, results: readonly ConformanceResult[]): Part {
  return {
    name,
    values: tallyOf(results.filter(({ err }) => !err)),
    errors: tallyOf(results.filter(({ err }) => err)),
  };
}

function bySuite(results: readonly ConformanceResult[]): readonly Part[] {
  const names = [...new Set(results.map(({ suite }) => suite))];
  return names.map((name) =>
    partOf(
      name,
      results.filter(({ suite }) => suite === name),
    ),
  );
}

const words = {
  zh: {
    all: "合计",
    values: "有值的用例",
    errors: "应出错的用例",
    tally: "通过 / 不符 / 不支持",
    failed: "不符",
    unsupported: "不支持",
    near: "末位写法不同，八位小数内相等",
  },
  en: {
    all: "all",
    values: "value cases",
    errors: "error cases",
    tally: "passed / failed / unsupported",
    failed: "failed",
    unsupported: "unsupported",
    near: "equal to eight decimal places, not in the last digits written",
  },
} as const;

const lineOf = ({ passed, failed, unsupported }: Tally): string =>
  `${passed} / ${failed} / ${unsupported}`;

const rowOf = ({ name, values, errors }: Part): string =>
  `${name.padEnd(48)} ${lineOf(values).padEnd(16)} ${lineOf(errors)}`;

/** Every case that did not simply pass, with the code or the value that says why. */
function outlierLines(results: readonly ConformanceResult[], locale: Locale): string[] {
  const said = words[locale];
  return results.flatMap(({ suite, id, status, isNear, unsupported, value }) => {
    const name = `${suite} ${id}`;
    if (status === "unsupported") return [`${said.unsupported} (${unsupported}): ${name}`];
    if (status === "failed") return [`${said.failed} (${value}): ${name}`];
    return isNear ? [`${said.near} (${value}): ${name}`] : [];
  });
}

function textOf(results: readonly ConformanceResult[], locale: Locale): string {
  const said = words[locale];
  const title = `${said.values} | ${said.errors}: ${said.tally}`;
  return [
    ...[title, ""],
    ...bySuite(results).map(rowOf),
    ...["", rowOf(partOf(said.all, results)), ""],
    ...outlierLines(results, locale),
  ].join("\n");
}

async function writeResults({ options, around }: Call, results: readonly ConformanceResult[]) {
  const out = options["out"];
  if (typeof out !== "string") return;
  const path = isAbsolute(out) ? out : join(around.folder, out);
  const content = `${JSON.stringify(results, undefined, 2)}\n`;
  await writeWhole(path, new TextEncoder().encode(content));
}

/** `zhibu rules conformance`: how much of standard FEEL the engine answers as a suite expects. */
export const conformanceCommand: Command = {
  name: "rules conformance",
  means: {
    zh: "以标准 FEEL 的用例核对表达式的计算",
    en: "hold the evaluation of expressions against cases of standard FEEL",
  },
  takes: [{ name: "cases", means: { zh: "用例文件", en: "file of cases" } }],
  options: [
    {
      flags: "--out <file>",
      means: { zh: "写出逐例结果", en: "write the result of each case" },
    },
  ],
  run: async (call) => {
    const input = await readInput(call.around.folder, call.words[0] ?? "");
    if (!input.ok) return inputMisuse(input.refusal);
    const cases = readCases(input.value);
    if (!cases) {
      return misuse("cases_invalid", {
        zh: "文件应为用例的 JSON 数组，每例有 level、suite、id、expr、inputs、expected、err",
        en: "the file is a JSON array of cases with level, suite, id, expr, inputs, expected, err",
      });
    }
    const results = cases.map(runConformanceCase);
    await writeResults(call, results);
    const whole = partOf("", results);
    const suites = bySuite(results);
    const hasFailed = whole.values.failed + whole.errors.failed > 0;
    return {
      exit: hasFailed ? 2 : 0,
      json: { values: whole.values, errors: whole.errors, suites },
      text: (locale) => textOf(results, locale),
    };
  },
};
