import type { FactRow } from "../../../src/policy/contract.ts";
import type { UsedFact } from "../../../src/rules/contract.ts";
import { useDictionary } from "../api/policy.ts";
import { useSay } from "../app/useSay.ts";
import { FactValue } from "../marks/FactValue.tsx";
import { Seal } from "../marks/Seal.tsx";

/** A fact as it entered the verdict: its name, its value, and its seal. */
export function UsedFactChip({ used, row }: { used: UsedFact; row: FactRow | undefined }) {
  const say = useSay();
  const definition = useDictionary().byId.get(used.fact);
  const label = definition ? say(definition.label) : used.fact;
  const source = used.source ?? row?.source;
  if (used.state === "unknown") {
    return (
      <span className="fx">
        <span className="unk">{label}</span>
      </span>
    );
  }
  return (
    <span className="fx">
      <span className="faint">{label}</span>
      <span>
        <FactValue row={used} />
      </span>
      {source && <Seal source={source} isEstimate={used.state === "estimate"} />}
    </span>
  );
}
