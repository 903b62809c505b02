import { isAbsolute, join } from "node:path";
import { writeFile } from "node:fs/promises";
import { bilingual } from "../../base/message.ts";
import { operator, perform } from "../../people/index.ts";
import { misuse, type Call, type Command, type Outcome } from "../../terminal/index.ts";
import { readTables, writeTables } from "../actions/export.ts";
import { fileForms, type FileForm } from "../contract.ts";
import { lacks, landRefused, optionOf, type LandContext } from "./context.ts";

const isForm = (word: string): word is FileForm => (fileForms as readonly string[]).includes(word);

type Target = { readonly layers: string; readonly form: FileForm; readonly out: string };

async function write(
  context: LandContext,
  call: Call,
  { layers, form, out }: Target,
): Promise<Outcome> {
  const asked = {
    layers: layers.split(","),
    bbox: optionOf(call, "bbox"),
    asOf: optionOf(call, "asOf"),
    class: optionOf(call, "class"),
  };
  return context.withDb(async (db) => {
    const resource = { kind: "map_feature" } as const;
    const options = { timeoutMs: 60_000 };
    const task = { caller: operator(), act: "list", resource, options } as const;
    const tables = await perform(db, task, (tx) => readTables(tx, asked));
    if (!tables.ok) return landRefused(tables.refusal);
    const file = await writeTables(form, tables.value);
    if (!file.ok) return landRefused(file.refusal);
    const path = isAbsolute(out) ? out : join(call.around.folder, out);
    await writeFile(path, file.value);
    const features = tables.value.reduce((sum, each) => sum + each.features.length, 0);
    const said = bilingual(
      `已把 ${features} 个要素写入 ${path}`,
      `${features} features are written to ${path}`,
    );
    return { exit: 0, json: { path, features }, text: (locale) => said[locale] };
  });
}

async function run(context: LandContext, call: Call): Promise<Outcome> {
  const layers = optionOf(call, "layer");
  const form = optionOf(call, "form") ?? "geojson";
  const out = optionOf(call, "out");
  if (layers === undefined) return lacks("--layer");
  if (out === undefined) return lacks("--out");
  const known = fileForms.join(", ");
  return isForm(form)
    ? write(context, call, { layers, form, out })
    : misuse("form_unknown", bilingual(`格式可用 ${known}`, `the forms are ${known}`));
}

/** `zhibu land export`: features as a file. */
export const exportCommand = (context: LandContext): Command => ({
  name: "land export",
  means: bilingual("把图层写成文件", "write layers as a file"),
  options: [
    { flags: "--layer <ids>", means: bilingual("图层，逗号分隔", "layers, with commas between") },
    { flags: "--form <form>", means: bilingual(fileForms.join("、"), fileForms.join(", ")) },
    { flags: "--out <file>", means: bilingual("写到哪里", "where to") },
    { flags: "--bbox <box>", means: bilingual("西,南,东,北", "west,south,east,north") },
    { flags: "--as-of <date>", means: bilingual("某一天的样子", "as it stood on a day") },
    { flags: "--class <class>", means: bilingual("只要这一类", "this class alone") },
  ],
  run: (call) => run(context, call),
});
