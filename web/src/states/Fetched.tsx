import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ProblemNotice } from "./ProblemNotice.tsx";
import { Waiting } from "./Waiting.tsx";

type Props<Found> = { from: UseQueryResult<Found>; children: (found: Found) => ReactNode };

/** What has come, once it has; until then that it is waited for, or why it did not come. */
export function Fetched<Found>({ from, children }: Props<Found>) {
  if (from.isPending) return <Waiting />;
  if (from.isError) {
    return <ProblemNotice error={from.error} retry={() => void from.refetch()} />;
  }
  return children(from.data);
}
