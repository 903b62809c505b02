import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ProblemError } from "../api/problem.ts";
import { learnFromAnswer, learnFromRefusal } from "../api/session.ts";

/** A refusal stays a refusal however often it is asked; a silent or busy server is asked twice. */
function mayRetry(failures: number, error: Error): boolean {
  const isPassing = error instanceof ProblemError && [0, 503].includes(error.problem.status);
  return isPassing && failures < 1;
}

const onError = (error: Error): void => learnFromRefusal(queries, error);
const onSuccess = (): void => learnFromAnswer(queries);

export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError, onSuccess }),
  mutationCache: new MutationCache({ onError, onSuccess }),
  defaultOptions: { queries: { retry: mayRetry, refetchOnWindowFocus: false, staleTime: 60_000 } },
});
