import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { AuditLine, AuditPage, AuditQuery } from "../../../src/people/contract.ts";
import { call, get } from "./call.ts";

export type { AuditLine };
export type AuditFilter = Omit<AuditQuery, "before" | "limit">;

const listAudit = get<AuditPage>("/api/v1/people/audit");
const pageRows = 50;

/** The audit trail from its newest row on; older pages join below. */
export const useAudit = ({ refused, ...filter }: AuditFilter) =>
  useInfiniteQuery({
    queryKey: ["private", "audit", refused, filter],
    queryFn: ({ pageParam, signal }) =>
      call(listAudit, {
        query: {
          ...filter,
          refused: refused === undefined ? undefined : String(refused),
          before: pageParam,
          limit: pageRows,
        },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
