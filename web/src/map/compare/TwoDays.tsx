import type { Map } from "maplibre-gl";
import { lazy, Suspense, useState } from "react";
import type { StyleInput } from "../style/layer.ts";
import { DaysPanel, type Days } from "./DaysPanel.tsx";
import { useDay } from "./useDay.ts";

const OtherDay = lazy(() => import("./OtherDay.tsx"));

type Props = {
  map: Map;
  input: StyleInput;
  hidden: ReadonlySet<string>;
  watermark: string;
  close: () => void;
};

const dayText = (date: Date): string => new Intl.DateTimeFormat("sv").format(date);

/** At first a year ago and today. */
function usualDays(): Days {
  const now = new Date();
  const before = new Date(now);
  before.setFullYear(now.getFullYear() - 1);
  return { left: dayText(before), right: dayText(now) };
}

/** Two days side by side: the map shows the left one, a second map the right one. */
export function TwoDays({ map, input, hidden, watermark, close }: Props) {
  const [days, setDays] = useState(usualDays);
  useDay(map, days.left);
  return (
    <>
      <Suspense fallback={null}>
        <OtherDay
          key={days.right}
          beside={map}
          day={days.right}
          {...{ input, hidden, watermark }}
        />
      </Suspense>
      <DaysPanel days={days} change={setDays} close={close} />
    </>
  );
}
