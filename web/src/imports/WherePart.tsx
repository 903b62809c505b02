import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CrsCandidate, Findings } from "../api/imports.ts";
import { useSay } from "../app/useSay.ts";
import { figure } from "../marks/format.ts";
import { Empty } from "../states/Empty.tsx";
import { TableHead } from "../tables/TableHead.tsx";
import { WhyWords } from "./WhyWords.tsx";
import { arranged } from "./where.ts";
import { shareText } from "./share.ts";

const columns = ["crs", "inside", "named", "outline"] as const;

type RowProps = {
  candidate: CrsCandidate;
  isProposed: boolean;
  isChosen: boolean;
  choose: (crs: string) => void;
};

function Row({ candidate, isProposed, isChosen, choose }: RowProps) {
  const { t } = useTranslation("imports");
  const say = useSay();
  const { crs, title, insideShare, namedShare, outlineM } = candidate;
  const unknown = (
    <span className="faint">
      <span aria-hidden="true">—</span>
      <span className="sr">{t("notKnown")}</span>
    </span>
  );
  return (
    <tr className={isChosen ? "chosen" : undefined}>
      <th scope="row">
        <label>
          <input type="radio" name="crs" checked={isChosen} onChange={() => choose(crs)} />
          <span>
            {say(title)} <small className="faint n">{crs}</small>
          </span>
          {isProposed && <span className="proposed">{t("evidence")}</span>}
        </label>
      </th>
      <td className="num">{shareText(insideShare)}</td>
      <td className="num">{namedShare === null ? unknown : shareText(namedShare)}</td>
      <td className="num">{outlineM === null ? unknown : `${figure(outlineM, { max: 0 })} m`}</td>
    </tr>
  );
}

type Props = { crs: Findings["crs"]; chosen: string; choose: (crs: string) => void };

function Candidates({ crs, chosen, choose }: Props) {
  const { t } = useTranslation("imports");
  const [isOpen, setOpen] = useState(false);
  const { shown, rest } = arranged(crs);
  return (
    <>
      <table className="candidates">
        <caption className="sr">{t("where")}</caption>
        <TableHead titles={columns.map((name) => t(`crsColumns.${name}`))} />
        <tbody>
          {[...shown, ...(isOpen ? rest : [])].map((candidate) => (
            <Row
              key={candidate.crs}
              candidate={candidate}
              isProposed={candidate.crs === crs.proposed}
              isChosen={candidate.crs === chosen}
              choose={choose}
            />
          ))}
        </tbody>
      </table>
      {rest.length > 0 && (
        <p className="acts">
          <button type="button" className="link" onClick={() => setOpen(!isOpen)}>
            {isOpen ? t("fewerCrs") : t("moreCrs", { count: rest.length })}
          </button>
        </p>
      )}
    </>
  );
}

/** In which coordinate system the file may be, what speaks for each, and which it is to be. */
export function WherePart(props: Props) {
  const { t } = useTranslation("imports");
  const { crs } = props;
  return (
    <section aria-labelledby="where">
      <div className="part">
        <h2 id="where">{t("where")}</h2>
        <span className="small">{t("whereMeta")}</span>
      </div>
      {crs.candidates.length === 0 ? (
        <Empty title={t("noCrs")}>{t("noCrsText")}</Empty>
      ) : (
        <>
          <WhyWords crs={crs} />
          <Candidates {...props} />
        </>
      )}
    </section>
  );
}
