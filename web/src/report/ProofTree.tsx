import { useTranslation } from "react-i18next";
import type { Explanation } from "../../../src/rules/contract.ts";
import { useSay } from "../app/useSay.ts";

type Node = Explanation["tree"];

const marks = { T: "yes", F: "no", U: "maybe", N: "none" } as const;

function Step({ node }: { node: Node }) {
  const { t } = useTranslation("report");
  const say = useSay();
  return (
    <li>
      <p>
        <i className={`mk ${marks[node.outcome]}`} aria-hidden="true" />
        <span>{say(node.text)}</span>
        <small className="faint">{t(`outcomes.${node.outcome}`)}</small>
      </p>
      {node.children.length > 0 && <Steps nodes={node.children} />}
    </li>
  );
}

function Steps({ nodes }: { nodes: readonly Node[] }) {
  return (
    <ul>
      {nodes.map((node, index) => (
        <Step key={index} node={node} />
      ))}
    </ul>
  );
}

/** Why the verdict is what it is: the same tree that decided it, folded until asked for. */
export function ProofTree({ explanation }: { explanation: Explanation }) {
  const { t } = useTranslation("report");
  const say = useSay();
  return (
    <details className="proof">
      <summary>{t("proof")}</summary>
      <p className="small muted">{say(explanation.sentence)}</p>
      <Steps nodes={[explanation.tree]} />
    </details>
  );
}
