import { useQuery } from "@tanstack/react-query";
import type { Health } from "../../../src/operations/contract.ts";
import { call, get } from "./call.ts";

export type Finding = Health["findings"][number];
export type Level = Finding["level"];

const readHealth = get<Health>("/api/v1/operations/health");
const lookAgainMs = 60_000;

export const useHealth = () =>
  useQuery({
    queryKey: ["private", "health"],
    queryFn: ({ signal }) => call(readHealth, { signal }),
    staleTime: 0,
    refetchInterval: lookAgainMs,
  });
