import { useTranslation } from "react-i18next";
import type { Findings } from "../api/imports.ts";
import { useSay } from "../app/useSay.ts";
import { figure } from "../marks/format.ts";
import { shareText } from "./share.ts";
import { proofOf, slipsOf } from "./where.ts";

type Crs = Findings["crs"];

const metres = (value: number): string => figure(value, { max: 0 });

/** What speaks for the proposed system, as a sentence. */
function useProof(crs: Crs): string {
  const { t } = useTranslation("imports");
  const say = useSay();
  const own = crs.candidates.find((one) => one.crs === crs.proposed);
  if (!own) return t("why.open");
  const title = say(own.title);
  const proof = proofOf(crs);
  switch (proof.kind) {
    case "outlines":
      return proof.far === null
        ? t("why.outlinesAlone", { title, near: metres(proof.near) })
        : t("why.outlines", { title, near: metres(proof.near), far: metres(proof.far) });
    case "named":
      return proof.next === null
        ? t("why.namedAlone", { title, share: shareText(proof.share) })
        : t("why.named", { title, share: shareText(proof.share), next: shareText(proof.next) });
    case "none":
      return t("why.none", { title, share: shareText(own.insideShare) });
  }
}

/** How sure it is where the file lies, what was wrong with it, and by what that is known. */
export function WhyWords({ crs }: { crs: Crs }) {
  const { t } = useTranslation("imports");
  const proof = useProof(crs);
  const slips = slipsOf(crs);
  const mark = crs.verdict === "open" ? "maybe" : "yes";
  return (
    <div className="why">
      <h3>
        <i className={`mk ${mark}`} aria-hidden="true" /> {t(`verdicts.${crs.verdict}`)}
      </h3>
      {slips.map((slip) => (
        <p key={slip}>
          <b>{t(`slips.${slip}`, { stated: crs.stated ?? "" })}</b>
        </p>
      ))}
      <p>{proof}</p>
    </div>
  );
}
