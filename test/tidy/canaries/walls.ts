import { files, floors, passes } from "../../../.dependency-cruiser.mjs";

/** A small tree: paths and texts. */
type Tree = Readonly<Record<string, string>>;

const imports = (path: string): string => `import "${path}";\n`;
const empty = "export {};\n";

/** The first room of each floor looks at the front door of the floor above. */
const upward = floors.slice(0, -1).map((names, floor): [string, Tree] => [
  `floor-${floor}-looks-down-only`,
  {
    [`src/${names[0]}/thing.ts`]: imports(`../${floors[floor + 1]?.[0]}/index.ts`),
    [`src/${floors[floor + 1]?.[0]}/index.ts`]: empty,
  },
]);

const sideways = floors
  .filter((names) => names.length > 1)
  .map((names): [string, Tree] => [
    `${names.join("-")}-are-strangers`,
    {
      [`src/${names[0]}/thing.ts`]: imports(`../${names[1]}/index.ts`),
      [`src/${names[1]}/index.ts`]: empty,
    },
  ]);

/** A contract or model that looks right breaks no other wall, because it stays in its room. */
const leftward = files.slice(0, -1).map((file, place): [string, Tree] => [
  `${file}-looks-left-only`,
  {
    [`src/land/${file}.ts`]: imports(`./${files[place + 1]}.ts`),
    [`src/land/${files[place + 1]}.ts`]: empty,
  },
]);

const inOrder = passes.slice(0, -1).map((pass, place): [string, Tree] => [
  `pass-${pass}-looks-back-only`,
  {
    [`src/rules/${pass}/thing.ts`]: imports(`../${passes[place + 1]}/thing.ts`),
    [`src/rules/${passes[place + 1]}/thing.ts`]: empty,
  },
]);

const walls: readonly (readonly [string, Tree])[] = [
  [
    "no-circular",
    {
      "src/land/parcel.ts":
        'import type { Block } from "./block.ts";\nexport type Parcel = Block;\n',
      "src/land/block.ts":
        'import type { Parcel } from "./parcel.ts";\nexport type Block = Parcel;\n',
    },
  ],
  [
    "front-door-only",
    { "src/policy/thing.ts": imports("../land/inner.ts"), "src/land/inner.ts": empty },
  ],
  [
    "contracts-for-pure-files",
    { "src/policy/thing.ts": imports("../land/contract.ts"), "src/land/contract.ts": empty },
  ],
  [
    "pure-contract",
    { "src/policy/contract.ts": imports("../land/index.ts"), "src/land/index.ts": empty },
  ],
  ["pure-model", { "src/land/model.ts": imports("../store/db.ts"), "src/store/db.ts": empty }],
  ["no-world-in-pure-files", { "src/land/model/clock.ts": imports("node:fs") }],
  [
    "web-sees-contracts-only",
    { "web/src/page.ts": imports("../../src/land/model.ts"), "src/land/model.ts": empty },
  ],
  [
    "no-world-behind-the-browsers-door",
    { "src/packs/browser.ts": imports("./load.ts"), "src/packs/load.ts": imports("node:fs") },
  ],
  [
    "source-stands-alone",
    { "src/land/thing.ts": imports("../../test/harness/db.ts"), "test/harness/db.ts": empty },
  ],
  ["drivers-stay-in-store", { "src/land/thing.ts": imports("pg") }],
  ["network-has-listed-doors", { "src/land/thing.ts": imports("node:https") }],
  ["fastify-stays-at-the-edge", { "src/land/thing.ts": imports("fastify") }],
  ["solver-stays-in-finance", { "src/land/thing.ts": imports("highs") }],
];

/** One planted violation for each wall, by the wall's name: it breaks that wall and no other. */
export const planted: Readonly<Record<string, Tree>> = Object.fromEntries([
  ...upward,
  ...sideways,
  ...leftward,
  ...inOrder,
  ...walls,
]);

/** What every wall must let through. */
export const allowed: Tree = {
  "src/base/decision.ts": empty,
  "src/rules/index.ts": imports("../base/decision.ts"),
  "src/store/db.ts": imports("pg") + imports("node:fs"),
  "src/store/lock.ts": imports("node:net"),
  "src/people/oidc-peer.ts": imports("openid-client"),
  "src/land/contract.ts": imports("../base/decision.ts") + imports("typebox"),
  "src/land/model.ts": imports("./contract.ts") + imports("../rules/index.ts"),
  "src/land/store.ts": imports("./model.ts") + imports("../store/db.ts"),
  "src/land/routes.ts": imports("./store.ts") + imports("fastify"),
  "src/land/index.ts": imports("./routes.ts"),
  "src/land/model.test.ts": imports("./model.ts") + imports("./routes.ts") + imports("node:fs"),
  "src/policy/contract.ts": imports("../land/contract.ts"),
  "src/policy/actions.ts": imports("../land/index.ts") + imports("./contract.ts"),
  "src/main.ts": imports("./policy/actions.ts").replace("actions", "index"),
  "src/policy/index.ts": imports("./actions.ts"),
  "src/packs/browser.ts": imports("../rules/index.ts"),
  "web/src/page.ts": imports("../../src/land/contract.ts") + imports("../../src/packs/browser.ts"),
};
