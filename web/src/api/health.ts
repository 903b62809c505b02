import { useQuery } from "@tanstack/react-query";
import type { Health, SealStateList } from "../../../src/operations/contract.ts";
import { call, get } from "./call.ts";

export type Finding = Health["findings"][number];
export type SealState = SealStateList["chains"][number];
export type Level = Finding["level"];

const readHealth = get<Health>("/api/v1/operations/health");
const readSeals = get<SealStateList>("/api/v1/operations/seals");
const lookAgainMs = 60_000;

/** A page that nobody looks at must not hold its session for ever. */
const mostLooks = 30;

export const useHealth = () =>
  useQuery({
    queryKey: ["private", "health"],
    queryFn: ({ signal }) => call(readHealth, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.dataUpdateCount < mostLooks ? lookAgainMs : false),
  });

/** How far the rows are sealed that nobody may change. */
export const useSeals = () =>
  useQuery({
    queryKey: ["private", "seals"],
    queryFn: ({ signal }) => call(readSeals, { signal }),
    staleTime: 0,
  });
