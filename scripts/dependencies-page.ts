import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Licences under which a part may be shipped with this program. */
export const allowedLicences = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "OFL-1.1",
  "PostgreSQL",
  "Python-2.0",
  "Unlicense",
  "Zlib",
] as const;

/** The record that says why each package was chosen, by its number. */
const reasons: Readonly<Record<string, string>> = {
  "@codemirror/autocomplete": "0045",
  "@codemirror/commands": "0045",
  "@codemirror/language": "0045",
  "@codemirror/lint": "0045",
  "@codemirror/state": "0045",
  "@codemirror/view": "0045",
  "@electric-sql/pglite": "0004",
  "@electric-sql/pglite-postgis": "0004",
  "@expo-google-fonts/noto-serif-sc": "0053",
  "@fastify/helmet": "0015",
  "@fastify/rate-limit": "0015",
  "@fastify/static": "0015",
  "@fastify/swagger": "0015",
  "@fastify/type-provider-typebox": "0014",
  "@lezer/common": "0009",
  "@lezer/highlight": "0045",
  "@lezer/lr": "0009",
  "@lezer/yaml": "0045",
  "@noble/hashes": "0021",
  "@node-rs/argon2": "0028",
  "@tanstack/react-query": "0017",
  "@tanstack/react-router": "0017",
  "@zxcvbn-ts/language-common": "0028",
  commander: "0019",
  docx: "0053",
  fastify: "0015",
  fflate: "0053",
  gcoord: "0020",
  "hyparquet-writer": "0051",
  i18next: "0017",
  "lezer-feel": "0009",
  "maplibre-gl": "0017",
  "openid-client": "0030",
  pbf: "0057",
  pdfmake: "0053",
  pg: "0007",
  "pg-boss": "0032",
  "prom-client": "0039",
  qr: "0044",
  react: "0017",
  "react-dom": "0017",
  "react-i18next": "0017",
  "sql.js": "0059",
  tsx: "0003",
  typebox: "0014",
  yaml: "0013",
};

type Locked = {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
};

type Lock = { readonly packages: Readonly<Record<string, Locked>> };

export type Part = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** The number of its record, or nothing where another part brings it. */
  readonly reason: string | undefined;
  readonly isDirect: boolean;
};

const modules = "node_modules/";

const nameOf = (path: string): string => path.slice(path.lastIndexOf(modules) + modules.length);

/** Of a package that names no licence: the one whose text it holds, where that has a title. */
function licenceInside(folder: string): string {
  const file = join(folder, "LICENSE");
  const [title = ""] = existsSync(file) ? readFileSync(file, "utf8").split("\n", 1) : [];
  return title.trim() === "MIT License" ? "MIT" : "";
}

/** What the package itself says; the lock file speaks for what another platform installs. */
function licenceOf(root: string, path: string, locked: Locked): string {
  const file = join(root, path, "package.json");
  if (!existsSync(file)) return locked.license ?? "";
  const { license } = JSON.parse(readFileSync(file, "utf8")) as { license?: unknown };
  if (typeof license === "string") return license;
  return locked.license ?? licenceInside(join(root, path));
}

/** Every package that ships with the program, direct ones and those that they bring. */
export function partsOf(root: string): Part[] {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as Lock;
  const direct = new Set(
    ["", "web"].flatMap((path) => Object.keys(packages[path]?.dependencies ?? {})),
  );
  const shipped = Object.entries(packages).filter(
    ([path, { dev, devOptional, link }]) => path.includes(modules) && !dev && !devOptional && !link,
  );
  const parts = shipped.map(([path, locked]) => {
    const name = nameOf(path);
    const isDirect = direct.has(name) && path === `${modules}${name}`;
    const licence = licenceOf(root, path, locked);
    const reason = isDirect ? reasons[name] : undefined;
    return { name, version: locked.version ?? "", licence, reason, isDirect };
  });
  const order = ({ name, version }: Part): string => `${name} ${version}`;
  return parts.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Whether an expression such as "(MIT OR CC0-1.0)" leaves us a licence that we may take. */
export function isAllowed(licence: string): boolean {
  const known: readonly string[] = allowedLicences;
  const alternatives = licence.replace(/^\(|\)$/g, "").split(" OR ");
  return alternatives.some((one) => one.split(" AND ").every((name) => known.includes(name)));
}

/** What is wrong with what ships: a licence that we may not take, a choice without a reason. */
export const faultsOfParts = (parts: readonly Part[]): string[] =>
  parts.flatMap(({ name, licence, reason, isDirect }) => [
    ...(isAllowed(licence) ? [] : [`${name}: ${licence || "no licence"} is not on the list`]),
    ...(isDirect && reason === undefined ? [`${name}: no record says why`] : []),
  ]);

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

function table(parts: readonly Part[], linkOf: (reason: string) => string): string {
  const rows = parts.map(({ name, version, licence, reason }) =>
    row([name, version, licence, ...(reason === undefined ? [] : [linkOf(reason)])]),
  );
  const heads = ["package", "version", "licence", ...(parts[0]?.reason ? ["why"] : [])];
  return [row(heads), row(heads.map(() => "---")), ...rows].join("\n");
}

/** The page, before it is formatted. `fileOf` finds a record by its number. */
export function dependenciesPage(
  parts: readonly Part[],
  fileOf: (reason: string) => string,
): string {
  const linkOf = (reason: string): string => `[${reason}](decisions/${fileOf(reason)})`;
  const direct = parts.filter(({ isDirect }) => isDirect);
  const brought = parts.filter(({ isDirect }) => !isDirect);
  return `# What ships with Zhibu

Written by \`npx tsx scripts/dependencies.ts\` from the lock file and the packages themselves; a
test holds it against them. Allowed licences: ${allowedLicences.join(", ")}.

## Chosen by us: ${direct.length}

${table(direct, linkOf)}

## Brought by those: ${brought.length}

Platform packages are listed whether or not this platform installs them.

${table(brought, linkOf)}
`;
}
