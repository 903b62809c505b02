import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Change } from "../api/changes.ts";
import type { Layer } from "../api/land.ts";
import { clockText } from "../app/instant.ts";
import { useSay } from "../app/useSay.ts";
import { figure } from "../marks/format.ts";
import { TableHead } from "../tables/TableHead.tsx";
import { ChangeFacts } from "./ChangeFacts.tsx";
import { useActorName } from "./useActorName.ts";

const columns = ["at", "layer", "what", "counts", "who", "open"] as const;

type Props = { changes: readonly Change[]; layers: readonly Layer[] };

/** The changes, newest first; each opens to all that is kept of it. */
export function ChangeTable({ changes, layers }: Props) {
  const { t } = useTranslation("changes");
  const say = useSay();
  const [openId, setOpenId] = useState<string>();
  const titleOf = (id: string): string => {
    const layer = layers.find((one) => one.id === id);
    return layer ? say(layer.title) : id;
  };
  return (
    <table className="trail changes">
      <caption className="sr">{t("caption")}</caption>
      <TableHead titles={columns.map((name) => t(`columns.${name}`))} hasActs />
      <tbody>
        {changes.map((change) => (
          <Fragment key={change.id}>
            <Row
              change={change}
              layer={titleOf(change.layer)}
              isOpen={change.id === openId}
              turn={() => setOpenId(change.id === openId ? undefined : change.id)}
            />
            {change.id === openId && <ChangeFacts change={change} width={columns.length} />}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { change: Change; layer: string; isOpen: boolean; turn: () => void };

function Row({ change, layer, isOpen, turn }: RowProps) {
  const { t } = useTranslation("changes");
  const whoOf = useActorName();
  const { at, kind, file, reason, undoneBy, added, replaced, retired, actor } = change;
  return (
    <tr>
      <td className="when">{clockText(at)}</td>
      <td className="layer">{layer}</td>
      <th scope="row">
        {t(`kindsOf.${kind}`, { name: file?.name ?? "" })}
        {undoneBy && (
          <span className="undone">
            <i className="mk no" aria-hidden="true" /> {t("undone")}
          </span>
        )}
        <small className="faint">{reason}</small>
      </th>
      <td className="n counted">
        {[added, replaced, retired].map((one) => figure(one)).join(" · ")}
      </td>
      <td className="who-did muted">{whoOf(actor)}</td>
      <td className="num">
        <button type="button" className="btn plain" aria-expanded={isOpen} onClick={turn}>
          {isOpen ? t("close") : t("open")}
        </button>
      </td>
    </tr>
  );
}
