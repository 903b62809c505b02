import { useMutation, useQuery } from "@tanstack/react-query";
import type {
  Conflict,
  ConflictBody,
  ConflictQuery,
  ConflictReport,
  PlaceQuery,
  SpokenRule,
} from "../../../src/policy/contract.ts";
import { call, callFile, post } from "./call.ts";

export type { Conflict, ConflictReport, SpokenRule };

const readConflicts = post<ConflictReport, ConflictBody>("/api/v1/policy/conflicts");

/** The forms in which a check can be taken away. */
export const conflictForms = ["docx", "pdf", "xlsx", "csv"] as const;
export type ConflictForm = (typeof conflictForms)[number];

const conflictQuery = (place: PlaceQuery): ConflictQuery =>
  "building" in place ? place : { geometry: "polygon" in place ? place.polygon : undefined };

export const useConflicts = (place: PlaceQuery) =>
  useQuery({
    queryKey: ["policy", "conflicts", place],
    queryFn: ({ signal }) => call(readConflicts, { body: { place: conflictQuery(place) }, signal }),
    staleTime: 60_000,
  });

/** Fetches the check as a file and hands it to the browser under this name. */
export const useConflictFile = (place: PlaceQuery) =>
  useMutation({
    mutationFn: async ({ form, name }: { form: ConflictForm; name: string }) => {
      const file = post<Blob, ConflictBody>(`/api/v1/policy/conflicts/report.${form}`);
      const blob = await callFile(file, { body: { place: conflictQuery(place) } });
      const address = URL.createObjectURL(blob);
      const link = document.createElement("a");
      link.href = address;
      link.download = `${name}.${form}`;
      link.click();
      // Some browsers begin to read only after the click has ended.
      setTimeout(() => URL.revokeObjectURL(address), 1_000);
    },
  });
