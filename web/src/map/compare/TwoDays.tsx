import { lazy, Suspense } from "react";
import type { Sight } from "../layers.ts";
import { DaysPanel } from "./DaysPanel.tsx";
import type { Days } from "./days.ts";
import type { OtherDayProps } from "./OtherDay.tsx";
import { useDay } from "./useDay.ts";

const OtherDay = lazy(() => import("./OtherDay.tsx"));

type Props = Omit<OtherDayProps, "sight"> & {
  sight: Sight;
  days: Days;
  change: (days: Days) => void;
  close: () => void;
};

/** Two days side by side: the map shows the left one, a second map the right one. */
export function TwoDays({ days, change, close, sight, ...other }: Props) {
  const { right: day } = days;
  useDay(other.beside, days.left);
  return (
    <>
      <Suspense fallback={null}>
        <OtherDay key={day} {...other} sight={{ ...sight, day }} />
      </Suspense>
      <DaysPanel days={days} change={change} close={close} />
    </>
  );
}
