import type { Diagnostic, Located, PackManifest, PackSource, Position } from "../rules/index.ts";
import type { Kind } from "./layout.ts";
import { diagnosticOfFile, sayFinding, type PackFinding } from "./places.ts";
import type { PackObject } from "./read.ts";

/** One pack of a chain of packs that extend each other. */
export type Layer = { readonly id: string; readonly objects: readonly PackObject[] };

type Identified = Located<{ readonly id: string }>;

const idOf = (object: PackObject): string => (object.located as Identified).value.id;

/** The same id twice in one pack is a slip; in a child it replaces the parent's object. */
export function twiceIn(layer: Layer): Diagnostic[] {
  const seen = new Map<string, Position>();
  return layer.objects.flatMap((object) => {
    if (object.kind === "manifest") return [];
    const id = idOf(object);
    const place = object.located.at(["id"]);
    const first = seen.get(`${object.kind} ${id}`);
    if (!first) {
      seen.set(`${object.kind} ${id}`, place);
      return [];
    }
    const holes = { id, file: first.file, line: first.line };
    return [diagnosticHere(place, { code: "id_twice", holes }, id.length)];
  });
}

function diagnosticHere(
  place: Position & { readonly source: string },
  finding: PackFinding,
  length: number,
): Diagnostic {
  return { code: finding.code, severity: "error", ...place, length, ...sayFinding(finding) };
}

/** Lays packs over each other, parents first: by whole object, nothing merges. */
export function layOver(layers: readonly Layer[]): Omit<PackSource, "encoding" | "manifest"> {
  const pick = <T>(kind: Kind): Located<T>[] => {
    const objects = layers.flatMap((layer) => layer.objects).filter((one) => one.kind === kind);
    const byId = new Map(objects.map((one) => [idOf(one), one.located as Located<T>]));
    return [...byId.values()];
  };
  return {
    groups: pick("groups"),
    facts: pick("facts"),
    documents: pick("documents"),
    organisations: pick("organisations"),
    terms: pick("terms"),
    registers: pick("registers"),
    measures: pick("measures"),
    combinations: pick("combinations"),
    tasks: pick("tasks"),
    campaigns: pick("campaigns"),
    paths: pick("paths"),
    cards: pick("cards"),
    branches: pick("branches"),
    stated: pick("stated"),
    projects: pick("projects"),
    equivalents: pick("equivalents"),
    acceptances: pick("acceptances"),
  };
}

/** The version of the language that this program reads. */
export const readsLanguage = 1;

export function manifestOf(layer: Layer): Located<PackManifest> | undefined {
  const object = layer.objects.find(({ kind }) => kind === "manifest");
  return object?.located as Located<PackManifest> | undefined;
}

/** What is wrong with a manifest that its schema cannot say. */
export function manifestFindings(layer: Layer, manifest: Located<PackManifest>): Diagnostic[] {
  const { id, language } = manifest.value;
  const found: Diagnostic[] = [];
  if (language !== readsLanguage) {
    const holes = { language, reads: readsLanguage };
    const finding: PackFinding = { code: "language_newer", holes };
    found.push(diagnosticHere(manifest.at(["language"]), finding, String(language).length));
  }
  if (id !== layer.id) {
    const finding: PackFinding = { code: "pack_id_differs", holes: { id, folder: layer.id } };
    found.push(diagnosticHere(manifest.at(["id"]), finding, id.length));
  }
  return found;
}

/** A pack that extends itself by way of others. */
export function cycleFinding(
  manifest: Located<PackManifest>,
  cycle: readonly string[],
): Diagnostic {
  const finding: PackFinding = { code: "extends_cycle", holes: { cycle: cycle.join(" → ") } };
  return diagnosticHere(manifest.at(["extends"]), finding, 1);
}

/** A pack that is extended and is not there. */
export function missingFinding(
  manifest: Located<PackManifest> | undefined,
  id: string,
): Diagnostic {
  const finding: PackFinding = { code: "pack_missing", holes: { id } };
  if (!manifest) return diagnosticOfFile(`${id}/pack.yaml`, finding);
  return diagnosticHere(manifest.at(["extends"]), finding, 1);
}
