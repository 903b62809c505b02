import type { Decision } from "../../base/decision.ts";
import { bilingual, type Locale } from "../../base/message.ts";
import { operator, perform, type ActOf, type NotAllowed } from "../../people/index.ts";
import type { Db, Tx } from "../../store/db.ts";
import {
  inputMisuse,
  readBytes,
  type Call,
  type Command,
  type Outcome,
} from "../../terminal/index.ts";
import {
  closeFile,
  confirmImport,
  openImport,
  readImport,
  readRefusals,
  takePart,
} from "../actions/imports.ts";
import {
  importPartBytes,
  maxFileBytes,
  type ColumnMap,
  type ImportOrder,
  type LandImport,
} from "../contract.ts";
import { advanceImport } from "../jobs/imports.ts";
import { rowFaultsEn } from "../messages.en.ts";
import { rowFaultsZh } from "../messages.zh.ts";
import type { LandRefusal } from "../problems.ts";
import type { Refused } from "../store/imports.ts";
import { lacks, landRefused, optionOf, type LandContext } from "./context.ts";

type Option = NonNullable<Command["options"]>[number];

const flag = (flags: string, zh: string, en: string): Option => ({
  flags,
  means: bilingual(zh, en),
});

const options: readonly Option[] = [
  flag("--layer <id>", "进哪个图层", "the layer that it goes into"),
  flag("--crs <id>", "坐标系，如 EPSG:4548、GCJ-02", "its coordinate system: EPSG:4548, GCJ-02"),
  flag(
    "--columns <map>",
    "列的对应：id=编号,name=名称",
    "which column is what: id=code,name=title",
  ),
  flag("--reason <text>", "为什么导入", "why it is imported"),
  flag("--source <text>", "来源", "where it comes from"),
  flag("--dated <text>", "资料日期", "the day that it bears"),
  flag("--accuracy <text>", "精度", "how exact it is"),
  flag("--valid-from <date>", "自哪天起有效", "the day from which it holds"),
  flag("--district <code>", "只限一个区", "the one district that it is limited to"),
  flag("--take-good-rows", "只收好的行", "take the good rows alone"),
  flag("--in-place", "替换图层里的合成要素", "in place of the layer's synthetic features"),
  flag("--complete", "文件在全市是齐全的", "the file is complete for the city"),
  flag("--synthetic", "文件是合成数据", "the file is made up"),
];

type Made<Value> = Decision<Value, LandRefusal | NotAllowed>;

/** One step of an import by whoever may start the program. */
function step<Value>(
  db: Db,
  { act, id }: { act: ActOf<"map_import">; id?: string },
  work: (tx: Tx) => Promise<Decision<Value, LandRefusal>>,
): Promise<Made<Value>> {
  const resource = { kind: "map_import", ...(id === undefined ? {} : { id }) } as const;
  const task = { caller: operator(), act, resource, options: { timeoutMs: 60_000 } } as const;
  return perform<"map_import", Value, LandRefusal>(db, task, work);
}

type Sent = { readonly layer: string; readonly name: string; readonly bytes: Uint8Array };

/** Sends the file and has it read. */
async function send(db: Db, call: Call, { layer, name, bytes }: Sent): Promise<Made<LandImport>> {
  const district = optionOf(call, "district");
  const opening = { layer, name, bytes: bytes.length, ...(district ? { district } : {}) };
  const opened = await step(db, { act: "create" }, (tx) => openImport(tx, opening));
  if (!opened.ok) return opened;
  const { id } = opened.value;
  for (let part = 0; part * importPartBytes < bytes.length; part += 1) {
    const piece = bytes.slice(part * importPartBytes, (part + 1) * importPartBytes);
    const kept = await step(db, { act: "create", id }, (tx) =>
      takePart(tx, id, { part, bytes: piece }),
    );
    if (!kept.ok) return kept;
  }
  const closed = await step(db, { act: "create", id }, (tx) => closeFile(tx, id));
  if (!closed.ok) return closed;
  await advanceImport(db, id);
  return step(db, { act: "read", id }, (tx) => readImport(tx, id));
}

/** "id=code,name=title" as a map; undefined where nothing is said. */
function columnsIn(text: string | undefined): ColumnMap | undefined {
  if (text === undefined) return undefined;
  return Object.fromEntries(
    text.split(",").flatMap((pair) => {
      const at = pair.indexOf("=");
      return at > 0 ? [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()]] : [];
    }),
  );
}

const said = <Key extends string>(key: Key, value: string | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [Name in Key]?: string };

function orderOf(call: Call, crs: string, reason: string): ImportOrder {
  const columns = columnsIn(optionOf(call, "columns"));
  return {
    crs,
    reason,
    ...(columns ? { columns } : {}),
    takesGoodRows: call.options["takeGoodRows"] === true,
    replacesSynthetic: call.options["inPlace"] === true,
    isComplete: call.options["complete"] === true,
    isSynthetic: call.options["synthetic"] === true,
    ...said("validFrom", optionOf(call, "validFrom")),
    ...said("source", optionOf(call, "source")),
    ...said("dated", optionOf(call, "dated")),
    ...said("accuracy", optionOf(call, "accuracy")),
  };
}

/** The system to go by without asking: proved or said by the file, and nothing against it. */
function settledCrs({ findings }: LandImport): string | undefined {
  if (!findings) return undefined;
  const { proposed, verdict } = findings.crs;
  const isPlain = proposed === "EPSG:4490" || verdict !== "proved";
  return proposed !== null && isPlain ? proposed : undefined;
}

function evidence({ findings }: LandImport): string {
  return (findings?.crs.candidates ?? [])
    .slice(0, 6)
    .map(({ crs, insideShare, namedShare, outlineM }) =>
      [
        `${crs}: ${Math.round(insideShare * 1_000) / 10}%`,
        ...(namedShare === null ? [] : [`${Math.round(namedShare * 1_000) / 10}%`]),
        ...(outlineM === null ? [] : [`${outlineM} m`]),
      ].join(" "),
    )
    .join("; ");
}

const faultLine = ({ number, fault }: Refused, locale: Locale): string =>
  `${number}\t${(locale === "zh" ? rowFaultsZh : rowFaultsEn)[fault.code]}` +
  `\t${fault.at?.join(", ") ?? ""}\t${fault.detail ?? ""}`;

async function told(db: Db, done: LandImport): Promise<Outcome> {
  const refused = await step(db, { act: "read", id: done.id }, (tx) => readRefusals(tx, done.id));
  if (!refused.ok) return landRefused(refused.refusal);
  const lines = (locale: Locale): string[] =>
    refused.value.slice(0, 50).map((each) => faultLine(each, locale));
  const head =
    done.problem?.message ??
    bilingual(
      `已导入图层 ${done.layer}，改动编号 ${done.change}，未收 ${done.refusedRows} 行`,
      `imported into ${done.layer} by change ${done.change}; ${done.refusedRows} rows refused`,
    );
  return {
    exit: done.state === "done" ? 0 : 2,
    json: { ...done, refusals: refused.value },
    text: (locale) => [head[locale], ...lines(locale)].join("\n"),
  };
}

async function bringIn(db: Db, call: Call, sent: Sent & { reason: string }): Promise<Outcome> {
  const read = await send(db, call, sent);
  if (!read.ok) return landRefused(read.refusal);
  const { id, state } = read.value;
  if (state !== "waiting") return told(db, read.value);
  const crs = optionOf(call, "crs") ?? settledCrs(read.value);
  if (crs === undefined) {
    return landRefused({ code: "crs_open", candidates: evidence(read.value) });
  }
  const order = orderOf(call, crs, sent.reason);
  const confirmed = await step(db, { act: "change", id }, (tx) => confirmImport(tx, id, order));
  if (!confirmed.ok) return landRefused(confirmed.refusal);
  await advanceImport(db, id);
  const done = await step(db, { act: "read", id }, (tx) => readImport(tx, id));
  return done.ok ? told(db, done.value) : landRefused(done.refusal);
}

async function run(context: LandContext, call: Call): Promise<Outcome> {
  const [path = ""] = call.words;
  const [layer, reason] = [optionOf(call, "layer"), optionOf(call, "reason")];
  if (layer === undefined) return lacks("--layer");
  if (reason === undefined) return lacks("--reason");
  const input = await readBytes(call.around.folder, path, maxFileBytes);
  if (!input.ok) return inputMisuse(input.refusal);
  const name = path.split(/[\\/]/).at(-1) ?? path;
  const bytes = new Uint8Array(input.value);
  return context.withDb((db) => bringIn(db, call, { layer, name, bytes, reason }));
}

/** `zhibu land import`: a file onto the map, proved and checked as in the browser. */
export const importCommand = (context: LandContext): Command => ({
  name: "land import",
  means: bilingual("把一份文件导入一个图层", "bring a file into a layer"),
  takes: [
    {
      name: "file",
      means: bilingual(
        "GeoJSON、GeoPackage、Shapefile（zip）、CSV 或 xlsx",
        "GeoJSON, GeoPackage, Shapefile (zip), CSV or xlsx",
      ),
    },
  ],
  options,
  run: (call) => run(context, call),
});
