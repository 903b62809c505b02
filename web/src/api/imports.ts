import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Static } from "typebox";
import {
  importPartBytes,
  type CrsCandidate,
  type FileColumn,
  type Findings,
  type ImportList,
  type ImportOpening,
  type ImportOrder,
  type ImportState,
  type LandImport,
} from "../../../src/land/contract.ts";
import { call, get, post, put } from "./call.ts";

export type { CrsCandidate, FileColumn, Findings, ImportOrder, ImportState, LandImport };

const root = "/api/v1/land/imports";
const openImport = post<LandImport, ImportOpening>(root);
const sendPart = put<LandImport, Blob>(`${root}/:id/parts/:part`);
const readFile = post<LandImport>(`${root}/:id/read`);
const listImports = get<Static<typeof ImportList>>(root);
const readImport = get<LandImport>(`${root}/:id`);
const confirmImport = post<LandImport, ImportOrder>(`${root}/:id/confirm`);
const cancelImport = post<LandImport>(`${root}/:id/cancel`);

/** Where the refused rows of an import can be fetched as a table. */
export const refusalsAddress = (id: string): string => `${root}/${id}/refusals.csv`;

const keyOf = (id: string) => ["private", "imports", id] as const;

/** How often the state of an import is asked for while work on it goes on. */
const askAgainMs = 700;

const isUnderWay = (state: ImportState | undefined): boolean =>
  state === "reading" || state === "importing";

export const useImport = (id: string) =>
  useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => call(readImport, { params: { id }, signal }),
    refetchInterval: ({ state }) => (isUnderWay(state.data?.state) ? askAgainMs : false),
    staleTime: 0,
  });

/** The latest imports, to come back to. */
export const useImports = () =>
  useQuery({
    queryKey: ["private", "imports"],
    queryFn: ({ signal }) => call(listImports, { signal }),
    staleTime: 0,
  });

/** What the one who ordered it may do with an import. */
export function useImportActs(id: string) {
  const client = useQueryClient();
  const onSuccess = (now: LandImport) => client.setQueryData<LandImport>(keyOf(id), now);
  // Somebody may have gone on with it in another window: what stands now is shown.
  const onError = () => client.invalidateQueries({ queryKey: keyOf(id) });
  return {
    confirm: useMutation({
      mutationFn: (body: ImportOrder) => call(confirmImport, { params: { id }, body }),
      ...{ onSuccess, onError },
    }),
    cancel: useMutation({
      mutationFn: () => call(cancelImport, { params: { id } }),
      ...{ onSuccess, onError },
    }),
  };
}

export type FileOrder = { file: File; layer: string; district: string | undefined };

type Sending = FileOrder & { signal: AbortSignal; onShare: (share: number) => void };

/** Sends a file part by part, telling after each which share has arrived. */
async function sendFile({ file, layer, district, signal, onShare }: Sending): Promise<LandImport> {
  const opening = { layer, name: file.name, bytes: file.size, ...(district && { district }) };
  const { id } = await call(openImport, { body: opening, signal });
  signal.addEventListener("abort", () => void call(cancelImport, { params: { id } }));
  const parts = Math.ceil(file.size / importPartBytes);
  for (let part = 0; part < parts; part += 1) {
    const body = file.slice(part * importPartBytes, (part + 1) * importPartBytes);
    await call(sendPart, { params: { id, part: String(part) }, body, signal });
    onShare((part + 1) / parts);
  }
  return call(readFile, { params: { id }, signal });
}

/** Sends a file; it can be broken off, and then nothing is kept of it. */
export function useUpload() {
  const [share, setShare] = useState(0);
  const [control, setControl] = useState<AbortController>();
  const sending = useMutation({
    mutationFn: (order: FileOrder) => {
      const made = new AbortController();
      setShare(0);
      setControl(made);
      return sendFile({ ...order, signal: made.signal, onShare: setShare });
    },
  });
  return { ...sending, share, stop: () => control?.abort() };
}
