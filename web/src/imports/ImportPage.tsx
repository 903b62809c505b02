import { useNavigate } from "@tanstack/react-router";
import type { SubmitEvent } from "react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useUpload } from "../api/imports.ts";
import { useCity, useLayers, type City, type Layer } from "../api/land.ts";
import type { SignedIn } from "../api/session.ts";
import { AdministrationTabs } from "../administration/AdministrationTabs.tsx";
import { Gate } from "../app/Gate.tsx";
import { PageFrame } from "../app/PageFrame.tsx";
import { importPage } from "../app/permitted.ts";
import { FormActs } from "../forms/FormActs.tsx";
import { Empty } from "../states/Empty.tsx";
import { Fetched } from "../states/Fetched.tsx";
import { DistrictField } from "./DistrictField.tsx";
import { FileField, faultOf } from "./FileField.tsx";
import { LatestImports } from "./LatestImports.tsx";
import { LayerField } from "./LayerField.tsx";
import { importScopes } from "./limit.ts";
import { Sending } from "./Sending.tsx";
import "../styles/pages.css";
import "../styles/forms.css";
import "../styles/people.css";
import "../styles/imports.css";

/** Where a file begins its way onto the map. */
export function ImportPage() {
  const { t } = useTranslation("imports");
  return (
    <Gate title={t("title")} page={importPage}>
      {(session) => <Start session={session} />}
    </Gate>
  );
}

function Start({ session }: { session: SignedIn }) {
  const { t } = useTranslation("imports");
  const city = useCity();
  const layers = useLayers();
  return (
    <PageFrame title={t("title")} above={<AdministrationTabs session={session} />} lede={t("lede")}>
      <Fetched from={city}>
        {(found) => (
          <Fetched from={layers}>
            {({ layers: all }) => (
              <>
                <UploadForm session={session} city={found} layers={all} />
                <LatestImports layers={all} />
              </>
            )}
          </Fetched>
        )}
      </Fetched>
    </PageFrame>
  );
}

type Props = { session: SignedIn; city: City; layers: readonly Layer[] };

function UploadForm({ session, city, layers }: Props) {
  const { t } = useTranslation("imports");
  const adcodes = city.districts.map(({ adcode }) => adcode);
  const { isCityWide, districts } = importScopes(session.grants, adcodes);
  const navigate = useNavigate();
  const sending = useUpload();
  const [file, setFile] = useState<File>();
  const [layer, setLayer] = useState("");
  const [district, setDistrict] = useState(isCityWide ? "" : (districts[0] ?? ""));
  if (!isCityWide && districts.length === 0) return <Empty title={t("noRights")} />;
  const isReady = file !== undefined && layer !== "" && faultOf(file) === undefined;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isReady) return;
    sending.mutate(
      { file, layer, district: district || undefined },
      { onSuccess: ({ id }) => void navigate({ to: "/map/import/$id", params: { id } }) },
    );
  };
  return (
    <form className="form importing" onSubmit={send}>
      <FileField file={file} change={setFile} isBusy={sending.isPending} />
      <LayerField label={t("layer")} layers={layers} value={layer} change={setLayer} />
      <DistrictField
        {...{ isCityWide, value: district, change: setDistrict }}
        districts={city.districts.filter(({ adcode }) => districts.includes(adcode))}
      />
      <Sending sending={sending} />
      <FormActs
        label={t("send")}
        busy={t("sending")}
        isBusy={sending.isPending}
        isBlocked={!isReady}
      />
    </form>
  );
}
