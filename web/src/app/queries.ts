import { QueryClient } from "@tanstack/react-query";
import { ProblemError } from "../api/problem.ts";

/** A refusal stays a refusal however often it is asked; only a silent server is asked twice. */
function mayRetry(failures: number, error: Error): boolean {
  const isSilent = error instanceof ProblemError && error.problem.status === 0;
  return isSilent && failures < 1;
}

export const queries = new QueryClient({
  defaultOptions: { queries: { retry: mayRetry, refetchOnWindowFocus: false, staleTime: 60_000 } },
});
