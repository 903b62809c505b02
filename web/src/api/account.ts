import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Static } from "typebox";
import type {
  Delegation,
  DelegationBody,
  DelegationList,
  KnownAs,
  PasswordBody,
  SessionLine,
  SessionList,
} from "../../../src/people/contract.ts";
import { call, get, post, put, remove } from "./call.ts";
import { sessionQuery } from "./session.ts";

export type { Delegation, DelegationBody, KnownAs, SessionLine };

const root = "/api/v1/people";
const readOwn = get<KnownAs>(`${root}/account`);
const putPassword = put<undefined, PasswordBody>(`${root}/account/password`);
const listSessions = get<SessionList>(`${root}/account/sessions`);
const endSession = remove(`${root}/account/sessions/:id`);
const endOthers = remove(`${root}/account/sessions`);
const listDelegations = get<Static<typeof DelegationList>>(`${root}/delegations`);
const lend = post<Delegation, DelegationBody>(`${root}/delegations`);
const takeBack = remove(`${root}/delegations/:id`);

const key = ["private", "account"] as const;
const fresh = { staleTime: 0 } as const;

export const useKnownAs = () =>
  useQuery({
    queryKey: [...key, "known"],
    queryFn: ({ signal }) => call(readOwn, { signal }),
    ...fresh,
  });

export const useOwnSessions = () =>
  useQuery({
    queryKey: [...key, "sessions"],
    queryFn: ({ signal }) => call(listSessions, { signal }),
    ...fresh,
  });

export const useDelegations = () =>
  useQuery({
    queryKey: [...key, "delegations"],
    queryFn: ({ signal }) => call(listDelegations, { signal }),
    ...fresh,
  });

/** What one may do with one's own account; the lists are asked anew after each act. */
export function useOwnActs() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: key });
  return {
    changePassword: useMutation({
      mutationFn: (body: PasswordBody) => call(putPassword, { body }),
      // A new password opens a new session with a token of its own.
      onSuccess: () =>
        Promise.all([client.invalidateQueries({ queryKey: sessionQuery.queryKey }), onSuccess()]),
    }),
    endSession: useMutation({
      mutationFn: (id: string) => call(endSession, { params: { id } }),
      onSuccess,
    }),
    endOthers: useMutation({ mutationFn: () => call(endOthers, {}), onSuccess }),
    lend: useMutation({ mutationFn: (body: DelegationBody) => call(lend, { body }), onSuccess }),
    takeBack: useMutation({
      mutationFn: ({ id, version }: { id: string; version: number }) =>
        call(takeBack, { params: { id }, version }),
      onSuccess,
    }),
  };
}
