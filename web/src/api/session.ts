import {
  queryOptions,
  useIsMutating,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from "@tanstack/react-query";
import type {
  DemonstrationBody,
  RecoveryBody,
  SessionPage,
  SignInBody,
} from "../../../src/people/contract.ts";
import { forgetDrafts } from "../forms/drafts.ts";
import { call, get, post, remove } from "./call.ts";
import { codeOf } from "./problem.ts";

export type { SessionPage };
export type SignedIn = SessionPage & { account: NonNullable<SessionPage["account"]> };

const readSession = get<SessionPage>("/api/v1/people/session");
const openByPassword = post<SessionPage, SignInBody>("/api/v1/people/session");
const openByCode = post<SessionPage, RecoveryBody>("/api/v1/people/session/recovery");
const openAsDemonstration = post<SessionPage, DemonstrationBody>(
  "/api/v1/people/session/demonstration",
);
const closeSession = remove("/api/v1/people/session");

const key = ["session"] as const;

export const sessionQuery = queryOptions({
  queryKey: key,
  queryFn: ({ signal }) => call(readSession, { signal }),
  // Another tab may have signed in or out meanwhile.
  refetchOnWindowFocus: true,
  staleTime: 30_000,
});

export const useSession = () => useQuery(sessionQuery);

/** The token that the session's own requests carry. */
export const forgeryTokenOf = (client: QueryClient) => async (): Promise<string | null> => {
  const session = await client.ensureQueryData(sessionQuery);
  return session.csrfToken;
};

/** Everything that was told to one person is forgotten before the next one looks. */
function takeOn(client: QueryClient, session: SessionPage): void {
  client.removeQueries({ queryKey: ["private"] });
  client.setQueryData(key, session);
}

/** Ways in. Each gives who is signed in then. */
export function useSignIn() {
  const client = useQueryClient();
  const onSuccess = (session: SessionPage) => takeOn(client, session);
  return {
    byPassword: useMutation({
      mutationFn: (body: SignInBody) => call(openByPassword, { body }),
      onSuccess,
    }),
    byCode: useMutation({
      mutationFn: (body: RecoveryBody) => call(openByCode, { body }),
      onSuccess,
    }),
    asDemonstration: useMutation({
      mutationFn: (body: DemonstrationBody) => call(openAsDemonstration, { body }),
      onSuccess,
    }),
  };
}

const leaving = ["sign-out"] as const;

/** Whether somebody is signing out right now: their session then does not end by itself. */
export const useIsLeaving = (): boolean => useIsMutating({ mutationKey: leaving }) > 0;

/**
 * Signs out, and leaves nothing behind for whoever sits down next, whether the server answers; then
 * goes on from there.
 */
export function useSignOut(afterwards: () => Promise<void>) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: leaving,
    mutationFn: () => call(closeSession, {}),
    onSuccess: async () => {
      client.removeQueries({ queryKey: ["private"] });
      await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
      await afterwards();
    },
    onError: () => client.resetQueries({ queryKey: ["private"] }),
    onSettled: forgetDrafts,
  });
}

/** How old the answer may be that says when a session ends. */
const tellAgainMs = 5 * 60_000;

/** Each answer prolongs a session on the server: from time to time it is asked until when. */
export function learnFromAnswer(client: QueryClient): void {
  const held = client.getQueryState<SessionPage>(key);
  if (!held?.data?.account || held.fetchStatus !== "idle") return;
  const isOld = Date.now() - held.dataUpdatedAt > tellAgainMs;
  if (isOld) void client.invalidateQueries({ queryKey: key });
}

/** Refusals after which it is worth asking anew who is signed in, and as what. */
const telling: readonly (string | undefined)[] = ["not_allowed", "request_forged"];

/** Asks anew who is signed in where a refusal suggests that it is no longer who it was. */
export function learnFromRefusal(client: QueryClient, error: unknown): void {
  if (telling.includes(codeOf(error))) void client.invalidateQueries({ queryKey: key });
}
