import { useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answers, PlaceLine, PlaceQuery } from "../../../src/policy/contract.ts";
import { useDictionary } from "../api/policy.ts";
import { useSay } from "../app/useSay.ts";
import { ConflictCheck } from "../conflicts/ConflictCheck.tsx";
import { ThingActs, type Edit } from "../map/panels/ThingActs.tsx";
import { Crumb } from "../marks/Crumb.tsx";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
import { CanDo } from "./CanDo.tsx";
import { FactRows } from "./FactRows.tsx";
import { useAsking, type Asking } from "./useAsking.ts";

type Props = {
  query: PlaceQuery;
  edit: Edit | undefined;
  close: () => void;
  onPlace: (place: PlaceLine) => void;
};

function Close({ close }: { close: () => void }) {
  const { t } = useTranslation("ask");
  return (
    <button type="button" className="close" aria-label={t("close")} onClick={close}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <path d="M2 2l10 10M12 2L2 12" stroke="currentColor" strokeWidth="1.3" />
      </svg>
    </button>
  );
}

function PlaceHead({ answers, edit }: { answers: Answers; edit: Edit | undefined }) {
  const { t } = useTranslation("ask");
  const say = useSay();
  const { place, facts } = answers;
  return (
    <header>
      <Crumb parts={place.path.map(say)} />
      <h1 className="h-side">{place.kind === "polygon" ? t("polygonTitle") : say(place.title)}</h1>
      {place.kind === "building" && place.id && (
        <ThingActs layer="buildings" id={place.id} edit={edit} />
      )}
      <FactRows rows={facts} />
    </header>
  );
}

const views = ["canDo", "conflicts"] as const;

/** What can be done there, or what stands against it. */
function Views({
  answers,
  asking,
  query,
}: {
  answers: Answers;
  asking: Asking;
  query: PlaceQuery;
}) {
  const { t } = useTranslation("conflicts");
  const [view, choose] = useState<(typeof views)[number]>("canDo");
  const words = { canDo: t("canDo"), conflicts: t("title") };
  return (
    <>
      <div className="placeviews" role="group" aria-label={t("tabs")}>
        {views.map((one) => (
          <button key={one} type="button" aria-pressed={one === view} onClick={() => choose(one)}>
            {words[one]}
          </button>
        ))}
      </div>
      {view === "canDo" && <CanDo answers={answers} asking={asking} />}
      {view === "conflicts" && <ConflictCheck query={query} />}
    </>
  );
}

/** What is known of the picked place, and what can be done there. */
export function PlacePanel({ query, edit, close, onPlace }: Props) {
  const { t } = useTranslation("ask");
  const asking = useAsking(query);
  const { answers } = asking;
  const { query: dictionary } = useDictionary();
  const shown = dictionary.isSuccess ? asking.shown : undefined;
  const failed = answers.isError ? answers : dictionary;
  const tell = useEffectEvent(onPlace);
  const place = asking.shown?.place;
  useEffect(() => {
    if (place) tell(place);
  }, [place]);

  return (
    <aside className="side sheet" aria-label={t("panel")} aria-busy={answers.isFetching}>
      <div className="grab" aria-hidden="true" />
      <Close close={close} />
      {!shown && !failed.isError && <Waiting what={t("canDo")} />}
      {!shown && failed.isError && (
        <>
          <h1 className="sr">{t("panel")}</h1>
          <ProblemNotice error={failed.error} retry={() => void failed.refetch()} />
        </>
      )}
      {shown && (
        <>
          <PlaceHead answers={shown} edit={edit} />
          <Views answers={shown} asking={asking} query={query} />
        </>
      )}
    </aside>
  );
}
