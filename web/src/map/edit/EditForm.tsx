import type { Map } from "maplibre-gl";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FeatureVersion } from "../../api/changes.ts";
import { Gone, Saved, type Outcome } from "./Saved.tsx";
import { StandingForm } from "./StandingForm.tsx";

type Props = {
  map: Map | undefined;
  layer: string;
  id: string;
  now: FeatureVersion | undefined;
  /** Asks what stands now; undefined where nothing does any more. */
  lookAgain: () => Promise<FeatureVersion | undefined>;
  close: () => void;
};

/** A feature as it was opened; beside it what stands now, where somebody else was quicker. */
export function EditForm({ now, lookAgain, ...props }: Props) {
  const { t } = useTranslation("edit");
  const [opened, setOpened] = useState(now);
  const [outcome, setOutcome] = useState<Outcome>();
  if (outcome) return <Saved {...props} outcome={outcome} />;
  if (!opened) return <Gone close={props.close} />;
  const start = async () => setOpened(await lookAgain());
  return (
    <>
      <h2>{t("title", { name: opened.name })}</h2>
      <StandingForm
        {...props}
        // What is opened anew begins anew; what is only compared keeps what was typed.
        key={opened.version}
        {...{ opened, now, lookAgain }}
        startAgain={() => void start()}
        done={setOutcome}
      />
    </>
  );
}
