import { useMutation, useQueryClient } from "@tanstack/react-query";
import type {
  FactorBody,
  FactorInvitation,
  SessionPage,
  SpareCodes,
} from "../../../src/people/contract.ts";
import { call, post, put, remove } from "./call.ts";
import { codeOf } from "./problem.ts";
import { sessionQuery } from "./session.ts";

export type { FactorInvitation };

const root = "/api/v1/people";
const begin = post<FactorInvitation>(`${root}/account/factor`);
const confirm = put<SpareCodes, FactorBody>(`${root}/account/factor`);
const removeOwn = remove(`${root}/account/factor`);
const prove = post<SessionPage, FactorBody>(`${root}/session/factor`);

/** What one may do with one's own second factor. Secrets are kept no longer than they are shown. */
export function useFactorActs() {
  const client = useQueryClient();
  // Each act but the first goes on in another session, with a token of its own.
  const onSuccess = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      client.invalidateQueries({ queryKey: ["private"] }),
    ]);
  return {
    begin: useMutation({ mutationFn: () => call(begin, {}), gcTime: 0 }),
    confirm: useMutation({
      mutationFn: (body: FactorBody) => call(confirm, { body }),
      onSuccess,
      gcTime: 0,
    }),
    remove: useMutation({ mutationFn: () => call(removeOwn, {}), onSuccess }),
    prove: useMutation({ mutationFn: (body: FactorBody) => call(prove, { body }), onSuccess }),
  };
}

/** Refusals of a door that opens once a code is right. */
const asking: readonly (string | undefined)[] = [
  ...["factor_needed", "factor_code_wrong", "factor_code_spent", "factor_unavailable"],
];

export const asksFactor = (error: unknown): boolean => asking.includes(codeOf(error));
