import { invariant } from "../../src/base/invariant.ts";
import { loadPack } from "../../src/packs/index.ts";
import {
  compile,
  renderDiagnostic,
  type PackSource,
  type Program,
  type RuleIr,
} from "../../src/rules/index.ts";

/** The law date of all that is measured. */
export const asOf = "2026-11-21";

/** Whether a rule has ended by the day of the measurement: nobody has it in code any more. */
export const hasEnded = ({ until }: Pick<RuleIr, "until">): boolean =>
  until !== undefined && until <= asOf;

export type Pack = { readonly source: PackSource; readonly program: Program };

/** The pack that is measured; one that does not compile is no pack to measure. */
export async function readPack(folder: string, id: string): Promise<Pack> {
  const source = await loadPack(folder, id);
  invariant(source.ok, `the pack ${id} can be read from ${folder}`);
  const program = compile(source.value);
  const said = program.ok ? [] : program.refusal.map((one) => renderDiagnostic(one, "en"));
  invariant(program.ok, `the pack ${id} compiles\n${said.join("\n")}`);
  return { source: source.value, program: program.value };
}
