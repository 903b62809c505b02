import { isAbsolute, join } from "node:path";
import { bilingual } from "../base/message.ts";
import {
  citySizes,
  defaultSeed,
  generateCity,
  landRefusalText,
  libraryLines,
  loadCity,
  readGround,
  writeCity,
  type CityRefusal,
  type CitySize,
  type Ground,
  type LoadProgress,
} from "../land/index.ts";
import { openBook } from "../policy/index.ts";
import { renderDiagnostic } from "../rules/index.ts";
import { misuse, refusal, type Call, type Command, type Outcome } from "../terminal/index.ts";
import type { WithDb } from "./database.ts";
import { showKindsOfUser } from "./entry.ts";
import type { Settings } from "./settings.ts";

const refused = (reason: CityRefusal): Outcome =>
  refusal(reason.code, landRefusalText(reason), { ...reason });

type Order = {
  readonly ground: Ground;
  readonly size: CitySize;
  readonly seed: string;
  /** Of files: whether some buildings are made wrong on purpose, with an answer key. */
  readonly isSpoilt: boolean;
};

/** Writes the city's layers and its case library as files. */
async function toFiles(settings: Settings, order: Order, folder: string): Promise<Outcome> {
  const { ground } = order;
  const city = generateCity({ ...ground, ...order });
  const book = await openBook(join(settings.home, "packs"), settings.pack);
  if (!book.ok) {
    const say = (locale: "zh" | "en") =>
      book.refusal.map((diagnostic) => renderDiagnostic(diagnostic, locale)).join("\n\n");
    return refusal("pack_broken", bilingual(say("zh"), say("en")));
  }
  const { groups, facts, projects } = book.value.source;
  const values = <T>(located: readonly { readonly value: T }[]) =>
    located.map(({ value }) => value);
  const lines = libraryLines({
    seed: order.seed,
    zones: ground.zones,
    districts: ground.districts,
    groups: values(groups),
    facts: values(facts),
    projects: values(projects),
  });
  const written = await writeCity(folder, city, { library: lines, isSpoilt: order.isSpoilt });
  const said = bilingual(
    `已写入 ${folder}：${written.layers} 个图层 ${written.features} 个要素，案例库 ${written.cases} 行`,
    `written to ${folder}: ${written.features} features in ${written.layers} layers, ` +
      `${written.cases} cases`,
  );
  return { exit: 0, json: { folder, ...written }, text: (locale) => said[locale] };
}

type From = { readonly settings: Settings; readonly withDb: WithDb; readonly call: Call };

/** So many features of one layer between two words of progress. */
const featuresATime = 20_000;

/** Says how far the load is: once a layer, and of the large ones every now and then. */
function progressTeller({ around }: Call): (progress: LoadProgress) => void {
  let said = { layer: "", features: 0 };
  return ({ layer, layers, of, features }) => {
    if (layer === said.layer && features < said.features + featuresATime) return;
    said = { layer, features };
    const percent = Math.floor((100 * layers) / of);
    around.say(
      bilingual(`${percent}%：${layer} ${features}`, `${percent} %: ${layer} ${features}`),
    );
  };
}

/** Puts the city on the map of the database; does nothing where the same city stands there. */
async function toDatabase(from: From, order: Order): Promise<Outcome> {
  const { settings, withDb, call } = from;
  return withDb(async (db) => {
    const told = progressTeller(call);
    const loaded = await loadCity(db, { ...order, ...(order.size === "quarter" ? {} : { told }) });
    if (!loaded.ok) return refused(loaded.refusal);
    await showKindsOfUser(db, settings);
    const { layers, features } = loaded.value;
    const said =
      layers === 0
        ? bilingual("库里已是这座城，没有改动", "this very city stands there; nothing was changed")
        : bilingual(
            `已入库 ${layers} 个图层 ${features} 个要素，均为合成数据（区界除外）`,
            `${features} features in ${layers} layers are loaded, synthetic but for the districts`,
          );
    return { exit: 0, json: loaded.value, text: (locale) => said[locale] };
  });
}

const isSize = (word: string): word is CitySize => (citySizes as readonly string[]).includes(word);

const onlyFiles = bilingual(
  "--defects 只用于 --out 写出的文件，不进数据库",
  "--defects is for files written with --out: it does not enter the database",
);

async function run(settings: Settings, withDb: WithDb, call: Call): Promise<Outcome> {
  const { size = "quarter", seed = defaultSeed, out, defects } = call.options;
  if (!isSize(String(size))) {
    const known = citySizes.join(", ");
    const message = bilingual(
      `没有 ${size} 这种规模，可用 ${known}`,
      `no size ${size}: use ${known}`,
    );
    return misuse("size_unknown", message);
  }
  const ground = await readGround(join(settings.home, "packs", settings.pack));
  const order = { ground, size: size as CitySize, seed: String(seed), isSpoilt: defects === true };
  if (typeof out !== "string" && order.isSpoilt) return misuse("defects_without_out", onlyFiles);
  if (typeof out !== "string") return toDatabase({ settings, withDb, call }, order);
  return toFiles(settings, order, isAbsolute(out) ? out : join(call.around.folder, out));
}

/** `zhibu city generate`: the synthetic city, into the database or as files. */
export const cityCommand = (settings: Settings, withDb: WithDb): Command => ({
  name: "city generate",
  means: bilingual(
    "生成合成城市：入库，或用 --out 写成文件",
    "make the synthetic city: into the database, or as files with --out",
  ),
  options: [
    {
      flags: "--size <size>",
      means: bilingual("规模：quarter、district、city", "its size: quarter, district or city"),
      fallback: "quarter",
    },
    { flags: "--seed <seed>", means: bilingual("种子", "the seed"), fallback: defaultSeed },
    { flags: "--out <folder>", means: bilingual("写成文件的文件夹", "folder for the files") },
    {
      flags: "--defects",
      means: bilingual(
        "在文件里放进已知的错误，附答案",
        "put known defects into the files, with an answer key",
      ),
    },
  ],
  run: (call) => run(settings, withDb, call),
});
