import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Static } from "typebox";
import type {
  AccountBody,
  AccountChange,
  AccountLine,
  AccountPage,
  AccountReceipt,
  GrantBody,
  GrantChange,
  GrantLine,
  GrantList,
  RecoveryCode,
} from "../../../src/people/contract.ts";
import { call, get, patch, post, remove } from "./call.ts";
import { peopleKey, usePeopleChanged } from "./organisations.ts";

export type { AccountBody, AccountLine, GrantBody, GrantLine, RecoveryCode };

const root = "/api/v1/people";
const listAccounts = get<AccountPage>(`${root}/accounts`);
const readAccount = get<AccountLine>(`${root}/accounts/:id`);
const makeAccount = post<AccountReceipt, AccountBody>(`${root}/accounts`);
const changeAccount = patch<AccountLine, AccountChange>(`${root}/accounts/:id`);
const recoverAccount = post<RecoveryCode>(`${root}/accounts/:id/recovery`);
const endSessions = remove(`${root}/accounts/:id/sessions`);
const takeFactor = remove(`${root}/accounts/:id/factor`);
const listGrants = get<Static<typeof GrantList>>(`${root}/grants`);
const giveGrant = post<GrantLine, GrantBody>(`${root}/grants`);
const changeGrant = patch<GrantLine, GrantChange>(`${root}/grants/:id`);
const takeGrant = remove(`${root}/grants/:id`);

const key = peopleKey;

export type AccountSearch = { find: string; after: string | undefined; under: string | undefined };

export const useAccounts = ({ find, after, under }: AccountSearch) =>
  useQuery({
    queryKey: [...key, "accounts", "list", find, after, under],
    queryFn: ({ signal }) =>
      call(listAccounts, {
        query: { find: find.trim() || undefined, after, under, limit: 50 },
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** The accounts that the one who asks may see, as many as one answer holds. */
export const useKnownAccounts = () =>
  useQuery({
    queryKey: [...key, "accounts", "names"],
    queryFn: ({ signal }) => call(listAccounts, { query: { limit: 200 }, signal }),
  });

/** The names of accounts by number. */
export function useAccountNames(): (id: string) => string {
  const { data: page } = useKnownAccounts();
  const byId = useMemo(() => new Map(page?.accounts.map(({ id, name }) => [id, name])), [page]);
  return (id) => byId.get(id) ?? id.slice(0, 8);
}

export const useAccount = (id: string) =>
  useQuery({
    queryKey: [...key, "accounts", "one", id],
    queryFn: ({ signal }) => call(readAccount, { params: { id }, signal }),
    staleTime: 0,
  });

/** All roles that the one who asks may see, or those of one account. */
export const useGrants = (account?: string) =>
  useQuery({
    queryKey: [...key, "grants", account ?? "all"],
    queryFn: ({ signal }) => call(listGrants, { query: { account }, signal }),
    staleTime: 0,
  });

export function useAccountActs(id: string) {
  const onSuccess = usePeopleChanged();
  return {
    change: useMutation({
      mutationFn: (body: AccountChange) => call(changeAccount, { params: { id }, body }),
      onSuccess,
    }),
    recover: useMutation({
      mutationFn: () => call(recoverAccount, { params: { id } }),
      onSuccess,
      // The code is for the eyes of whoever asked: it is not kept longer than it is shown.
      gcTime: 0,
    }),
    signOut: useMutation({
      mutationFn: () => call(endSessions, { params: { id } }),
      onSuccess,
    }),
    takeFactor: useMutation({
      mutationFn: () => call(takeFactor, { params: { id } }),
      onSuccess,
    }),
  };
}

export function useMakeAccount() {
  const onSuccess = usePeopleChanged();
  const mutationFn = (body: AccountBody) => call(makeAccount, { body });
  return useMutation({ mutationFn, onSuccess, gcTime: 0 });
}

/** A change of one role, on the version that the one who changes it has seen. */
export type GrantEdit = { id: string; version: number } & GrantChange;

export function useGrantActs() {
  const onSuccess = usePeopleChanged();
  return {
    give: useMutation({
      mutationFn: (body: GrantBody) => call(giveGrant, { body }),
      onSuccess,
    }),
    change: useMutation({
      mutationFn: ({ id, version, role, scope }: GrantEdit) =>
        call(changeGrant, { params: { id }, version, body: { role, scope } }),
      onSuccess,
    }),
    take: useMutation({
      mutationFn: ({ id, version }: { id: string; version: number }) =>
        call(takeGrant, { params: { id }, version }),
      onSuccess,
    }),
  };
}
