// The architecture, lowest floor first.
// A room may import lower floors only, by their front door. Rooms of one floor are strangers.
export const floors = [
  ["base"],
  ["store", "http", "rules", "terminal"],
  ["people", "packs"],
  ["land", "ledger", "operations"],
  ["policy"],
  ["checkup"],
  ["projects"],
  ["finance", "participation", "targets", "ecology"],
  ["map"],
];

// Inside a room, a file (or the folder that it grew into) may import only what stands to its left.
export const files = [
  "contract",
  "model",
  "problems",
  "store",
  "actions",
  "layers",
  "jobs",
  "routes",
  "commands",
  "index",
];

// The rooms that are open: every file of theirs may be imported from above.
export const openRooms = ["base", "store", "http"];

// The passes of the compiler, in the order in which they run. A pass may import earlier ones only.
export const passes = [
  "diagnose",
  "parse",
  "resolve",
  "check",
  "compile",
  "case",
  "evaluate",
  "columns",
  "reform",
  "explain",
  "ask",
  "cover",
  "mutate",
  "lint",
];

const test = "\\.test\\.tsx?$";
const room = (names) => `^src/(${names.join("|")})/`;
const outer = (names) => `(^|/)node_modules/(@types/)?(${names.join("|")})(/|$)`;

const upward = floors.slice(0, -1).map((names, floor) => ({
  name: `floor-${floor}-looks-down-only`,
  comment:
    `${names.join(", ")} may not know the rooms above: ` +
    "move the shared part down, or the caller up.",
  severity: "error",
  from: { path: room(names) },
  to: { path: `${room(floors.slice(floor + 1).flat())}|^src/(main|cli)(\\.ts$|/)` },
}));

const sideways = floors
  .filter((names) => names.length > 1)
  .map((names) => ({
    name: `${names.join("-")}-are-strangers`,
    comment: "What both need belongs one floor down; what joins them belongs one floor up.",
    severity: "error",
    from: { path: room(names) },
    to: { path: room(names), pathNot: "^src/$1/" },
  }));

const leftward = files.slice(0, -1).map((file, place) => ({
  name: `${file}-looks-left-only`,
  comment:
    `In a room, ${file} may import only: ` +
    `${files.slice(0, place).join(", ") || "nothing of the room"}. Move the shared part left.`,
  severity: "error",
  from: { path: `^src/([^/]+)/${file}(/|\\.ts$)`, pathNot: test },
  to: { path: `^src/$1/(${files.slice(place + 1).join("|")})(/|\\.ts$)` },
}));

const inOrder = passes.slice(0, -1).map((pass, place) => ({
  name: `pass-${pass}-looks-back-only`,
  comment: `${pass} runs before ${passes.slice(place + 1).join(", ")}: it cannot rest on them.`,
  severity: "error",
  from: { path: `^src/rules/${pass}(/|\\.ts$)`, pathNot: test },
  to: { path: `^src/rules/(${passes.slice(place + 1).join("|")})(/|\\.ts$)` },
}));

const walls = [
  {
    name: "no-circular",
    comment:
      "Two files that need each other are one file, or hide a third that both should import.",
    severity: "error",
    from: {},
    to: { circular: true },
  },
  {
    name: "front-door-only",
    comment: "Import the other room's index.ts; what is not there, its owner may add or refuse.",
    severity: "error",
    from: { path: "^src/([^/]+)(/|\\.ts$)" },
    to: {
      path: "^src/[^/]+/",
      pathNot: [
        "^src/$1/",
        "^src/[^/]+/(index|contract)\\.ts$",
        `^src/(${openRooms.join("|")}|cli)/`,
      ],
    },
  },
  {
    name: "contracts-for-pure-files",
    comment: "Contracts and models may import another room's contract.ts: others use its index.ts.",
    severity: "error",
    from: { path: "^src/([^/]+)/", pathNot: "^src/[^/]+/(contract|model)(/|\\.ts$)" },
    to: { path: "^src/[^/]+/contract\\.ts$", pathNot: `^src/($1|${openRooms.join("|")})/` },
  },
  {
    name: "pure-contract",
    comment: "A contract runs in the browser: it imports base and contracts, nothing that works.",
    severity: "error",
    from: { path: "^src/([^/]+)/contract(/|\\.ts$)", pathNot: test },
    to: {
      path: "^(src/|node:)",
      pathNot: ["^src/$1/", "^src/base/", "^src/[^/]+/contract\\.ts$", "^src/rules/index\\.ts$"],
    },
  },
  {
    name: "pure-model",
    comment:
      "A model decides on values: pass it what it needs, and write what it returns elsewhere.",
    severity: "error",
    from: { path: "^src/([^/]+)/model(/|\\.ts$)", pathNot: test },
    to: {
      path: "^src/",
      pathNot: ["^src/$1/", "^src/(base|rules)/", "^src/[^/]+/contract\\.ts$"],
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "no-world-in-pure-files",
    comment: "base, rules, contracts and models run in the browser: no node: modules, no drivers.",
    severity: "error",
    from: { path: "^src/(base/|rules/|[^/]+/(model|contract)(/|\\.ts$))", pathNot: test },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "web-sees-contracts-only",
    comment:
      "The browser knows src/*/contract.ts, src/base, src/rules and what packs keeps for it; " +
      "the rest it asks by HTTP.",
    severity: "error",
    from: { path: "^web/" },
    to: {
      path: "^(src|test|scripts)/",
      pathNot: [
        "^src/[^/]+/contract\\.ts$",
        "^src/base/",
        "^src/rules/index\\.ts$",
        "^src/packs/browser\\.ts$",
      ],
    },
  },
  {
    name: "no-world-behind-the-browsers-door",
    comment: "What packs keeps for the browser runs there: nothing behind it touches a folder.",
    severity: "error",
    from: { path: "^src/packs/browser\\.ts$" },
    to: { path: "^(node:)?(fs|path|os|crypto|worker_threads)(/|$)", reachable: true },
  },
  {
    name: "source-stands-alone",
    comment: "What ships does not import the browser app, tests or scripts.",
    severity: "error",
    from: { path: "^src/", pathNot: test },
    to: { path: "^(web|test|scripts)/|\\.test\\.tsx?$" },
  },
  {
    name: "drivers-stay-in-store",
    comment: "SQL has one door: use Db and Tx of src/store instead of a driver.",
    severity: "error",
    from: { path: "^(src|web)/", pathNot: "^src/store/" },
    to: { path: outer(["pg", "@electric-sql/[^/]+"]) },
  },
  {
    name: "network-has-listed-doors",
    comment:
      "The server asks the database, the identity provider and its own command line, nobody else: " +
      "whoever else is to be asked is listed here and in docs/connections.md first.",
    severity: "error",
    from: {
      path: "^src/",
      pathNot: ["^src/(store|http)/", "^src/people/oidc-peer\\.ts$", "^src/cli/relay\\.ts$", test],
    },
    to: {
      path: `^(node:)?(http|https|http2|net|tls|dgram|dns)(/|$)|${outer(["undici", "openid-client"])}`,
    },
  },
  {
    name: "fastify-stays-at-the-edge",
    comment: "Only http and a room's routes know Fastify: models and actions take values.",
    severity: "error",
    from: { path: "^(src|web)/", pathNot: ["^src/http/", "^src/[^/]+/routes(/|\\.ts$)", test] },
    to: { path: outer(["fastify", "@fastify/[^/]+"]) },
  },
  {
    name: "solver-stays-in-finance",
    comment: "Only finance knows the solver: ask its front door for a bundle.",
    severity: "error",
    from: { path: "^(src|web)/", pathNot: "^src/finance/" },
    to: { path: "(^|/)(node_modules/)?highs(/|$)" },
  },
];

export default {
  forbidden: [...upward, ...sideways, ...leftward, ...inOrder, ...walls],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
