import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Static } from "typebox";
import type { Bilingual } from "../../../src/base/message.ts";
import type {
  Organisation,
  OrganisationBody,
  OrganisationKind,
  OrganisationList,
} from "../../../src/people/contract.ts";
import { useSay } from "../app/useSay.ts";
import { call, get, patch, post, remove } from "./call.ts";

export type { Organisation, OrganisationBody, OrganisationKind };

const root = "/api/v1/people/organisations";
const list = get<Static<typeof OrganisationList>>(root);
const add = post<Organisation, OrganisationBody>(root);
const rename = patch<Organisation, { title: Bilingual }>(`${root}/:path`);
const close = remove(`${root}/:path`);

/** What was told to the one who is signed in, and is forgotten with the session. */
export const peopleKey = ["private", "people"] as const;

export const useOrganisations = () =>
  useQuery({
    queryKey: [...peopleKey, "organisations"],
    queryFn: ({ signal }) => call(list, { signal }),
  });

/** The name of an organisation by its path; the path itself where there is no name to be known. */
export function useOrganisationName(): (path: string | null) => string {
  const say = useSay();
  const { data: known, isPending } = useOrganisations();
  const byPath = useMemo(
    () => new Map(known?.organisations.map((line) => [line.path, line.title])),
    [known],
  );
  return (path) => {
    if (path === null) return "";
    const title = byPath.get(path);
    if (title) return say(title);
    return isPending ? "…" : path;
  };
}

/** Asks anew for everything that an act on people may have changed. */
export function usePeopleChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: peopleKey });
}

/** An organisation on the version that somebody has seen of it. */
type Seen = { path: string; version: number };

export function useOrganisationActs() {
  const onSuccess = usePeopleChanged();
  return {
    add: useMutation({ mutationFn: (body: OrganisationBody) => call(add, { body }), onSuccess }),
    rename: useMutation({
      mutationFn: ({ path, version, title }: Seen & { title: Bilingual }) =>
        call(rename, { params: { path }, version, body: { title } }),
      onSuccess,
    }),
    close: useMutation({
      mutationFn: ({ path, version }: Seen) => call(close, { params: { path }, version }),
      onSuccess,
    }),
  };
}
