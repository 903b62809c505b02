import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useImport, type LandImport } from "../api/imports.ts";
import { useLayers } from "../api/land.ts";
import { Gate } from "../app/Gate.tsx";
import { importPage } from "../app/permitted.ts";
import { useSay } from "../app/useSay.ts";
import { useTitle } from "../app/useTitle.ts";
import { Empty } from "../states/Empty.tsx";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
import { ConfirmForm } from "./ConfirmForm.tsx";
import { Done } from "./Done.tsx";
import { HalfSent } from "./HalfSent.tsx";
import { FoundPart } from "./FoundPart.tsx";
import { ImportHead } from "./ImportHead.tsx";
import { RefusedNotice } from "./RefusedNotice.tsx";
import { UnderWay } from "./UnderWay.tsx";
import "../styles/pages.css";
import "../styles/forms.css";
import "../styles/people.css";
import "../styles/imports.css";

/** One import, in whatever state it is: it can be left and come back to. */
export function ImportStatePage() {
  const { t } = useTranslation("imports");
  return (
    <Gate title={t("title")} page={importPage}>
      {({ account }) => <Found accountId={account.id} />}
    </Gate>
  );
}

function Found({ accountId }: { accountId: string }) {
  const { t } = useTranslation("imports");
  const { id } = useParams({ from: "/map/import/$id" });
  const found = useImport(id);
  const name = found.data?.file.name;
  useTitle(name ?? t("title"));
  return (
    <main className="wrap" id="main" tabIndex={-1}>
      <p className="crumb">
        <Link to="/map/import">{t("title")}</Link>
        {name && <span>{name}</span>}
      </p>
      {found.isSuccess && <Import line={found.data} accountId={accountId} />}
      {!found.isSuccess && <h1>{t("title")}</h1>}
      {found.isPending && <Waiting />}
      {found.isError && (
        <ProblemNotice error={found.error} retry={() => void found.refetch()}>
          <Link className="btn" to="/map/import">
            {t("startAgain")}
          </Link>
        </ProblemNotice>
      )}
    </main>
  );
}

type Props = { line: LandImport; accountId: string };

function Import({ line, accountId }: Props) {
  const say = useSay();
  const layers = useLayers();
  const layer = layers.data?.layers.find(({ id }) => id === line.layer);
  const title = layer ? say(layer.title) : line.layer;
  return (
    <>
      <ImportHead line={line} layer={title} />
      <StateOf line={line} accountId={accountId} layer={title} />
    </>
  );
}

function StateOf({ line, accountId, layer }: Props & { layer: string }) {
  switch (line.state) {
    case "receiving":
      return <HalfSent line={line} />;
    case "reading":
    case "importing":
      return <UnderWay line={line} />;
    case "waiting":
      return <ToConfirm line={line} accountId={accountId} />;
    case "refused":
      return (
        <>
          <RefusedNotice line={line} />
          <ToConfirm line={line} accountId={accountId} />
        </>
      );
    case "done":
      return <Done line={line} layer={layer} />;
    case "cancelled":
      return <Cancelled />;
  }
}

/** What was found, and what is to be done with it; nothing where the file could not be read. */
function ToConfirm({ line, accountId }: Props) {
  const { findings } = line;
  if (!findings) return null;
  return (
    <>
      <FoundPart line={line} findings={findings} />
      <ConfirmForm line={line} findings={findings} accountId={accountId} />
    </>
  );
}

function Cancelled() {
  const { t } = useTranslation("imports");
  const next = (
    <Link className="btn" to="/map/import">
      {t("startAgain")}
    </Link>
  );
  return (
    <Empty title={t("cancelledTitle")} next={next}>
      {t("cancelledText")}
    </Empty>
  );
}
