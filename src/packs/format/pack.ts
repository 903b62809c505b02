import { join } from "node:path";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { Diagnostic } from "../../rules/index.ts";
import { readPackTexts } from "../folder.ts";
import { formatFile } from "./format.ts";

/** A file of a pack, as it is and in the one form. */
export type FormattedFile = {
  readonly path: string;
  readonly before: string;
  readonly after: string;
};

/** Every file of one pack in the one form; refused whole where one of them cannot be written so. */
export async function formatPack(
  folder: string,
  id: string,
): Promise<Decision<readonly FormattedFile[], readonly Diagnostic[]>> {
  const texts = await readPackTexts(folder, id);
  if (!texts.ok) return texts;
  const files = [...texts.value].map(([inside, before]) => {
    const path = join(folder, id, inside);
    return { path, before, after: formatFile(path, inside, before) };
  });
  const findings = files.flatMap(({ after }) => (after.ok ? [] : after.refusal));
  if (findings.length > 0) return refuse(findings);
  return accept(
    files.flatMap(({ path, before, after }) =>
      after.ok ? [{ path, before, after: after.value }] : [],
    ),
  );
}
