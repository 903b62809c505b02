import { bilingual } from "../../base/message.ts";
import { fileKinds, schemaOf } from "../../packs/index.ts";
import { misuse, type Call, type Command, type Outcome } from "../../terminal/index.ts";

const kinds = fileKinds.join(", ");

/** `zhibu pack schema`: what an editor checks the files of a pack against. */
export function runSchema({ words, around }: Call): Outcome {
  const [name] = words;
  const schema = schemaOf(name, around.locale);
  if (!schema) {
    return misuse(
      "file_kind_unknown",
      bilingual(
        `政策包里没有“${name}”这种文件，可用 ${kinds.replaceAll(", ", "、")}`,
        `no file of a pack is called "${name}": use ${kinds}`,
      ),
    );
  }
  return { exit: 0, json: schema, text: () => JSON.stringify(schema, null, 2) };
}

/** `zhibu pack schema`. */
export const schemaCommand: Command = {
  name: "pack schema",
  means: bilingual(
    "打印政策包文件的 JSON Schema，供编辑器校对和补全",
    "print the JSON Schema of a pack's files, for editors to check and complete with",
  ),
  takes: [
    {
      name: "kind",
      optional: true,
      means: bilingual(
        `哪种文件，不写则不论哪种：${kinds.replaceAll(", ", "、")}`,
        `which kind of file; any kind if absent: ${kinds}`,
      ),
    },
  ],
  run: (call) => Promise.resolve(runSchema(call)),
};
