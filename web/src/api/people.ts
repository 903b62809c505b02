import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
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
  Organisation,
  OrganisationList,
  RecoveryCode,
} from "../../../src/people/contract.ts";
import { useSay } from "../app/useSay.ts";
import { call, get, patch, post, remove } from "./call.ts";

export type { AccountBody, AccountLine, GrantBody, GrantLine, Organisation, RecoveryCode };

const root = "/api/v1/people";
const listOrganisations = get<Static<typeof OrganisationList>>(`${root}/organisations`);
const listAccounts = get<AccountPage>(`${root}/accounts`);
const readAccount = get<AccountLine>(`${root}/accounts/:id`);
const makeAccount = post<AccountReceipt, AccountBody>(`${root}/accounts`);
const changeAccount = patch<AccountLine, AccountChange>(`${root}/accounts/:id`);
const recoverAccount = post<RecoveryCode>(`${root}/accounts/:id/recovery`);
const listGrants = get<Static<typeof GrantList>>(`${root}/grants`);
const giveGrant = post<GrantLine, GrantBody>(`${root}/grants`);
const changeGrant = patch<GrantLine, GrantChange>(`${root}/grants/:id`);
const takeGrant = remove(`${root}/grants/:id`);

/** What was told to the one who is signed in, and is forgotten with the session. */
const key = ["private", "people"] as const;

export const useOrganisations = (enabled = true) =>
  useQuery({
    queryKey: [...key, "organisations"],
    queryFn: ({ signal }) => call(listOrganisations, { signal }),
    enabled,
  });

/** The name of an organisation by its path; the path itself where the name is not known. */
export function useOrganisationName(enabled = true): (path: string | null) => string {
  const say = useSay();
  const { data: known } = useOrganisations(enabled);
  const byPath = useMemo(
    () => new Map(known?.organisations.map((line) => [line.path, line.title])),
    [known],
  );
  return (path) => {
    const title = path === null ? undefined : byPath.get(path);
    return title ? say(title) : (path ?? "");
  };
}

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

/** The names of accounts by number, as far as the one who asks may see them. */
export function useAccountNames(): (id: string) => string {
  const { data: page } = useQuery({
    queryKey: [...key, "accounts", "names"],
    queryFn: ({ signal }) => call(listAccounts, { query: { limit: 200 }, signal }),
  });
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

/** Asks anew for everything that an act on people may have changed. */
function usePeopleChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: key });
}

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
