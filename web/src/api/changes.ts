import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Static } from "typebox";
import type {
  Change,
  ChangeList,
  FeatureDraft,
  FeatureEdit,
  FeatureHistory,
  FeatureReceipt,
  FeatureVersion,
  UndoBody,
} from "../../../src/land/contract.ts";
import { refreshMap } from "../map/refresh.ts";
import { call, get, patch, post, remove } from "./call.ts";

export type { Change, FeatureEdit, FeatureVersion };

const listChanges = get<Static<typeof ChangeList>>("/api/v1/land/changes");
const undoChange = post<Change, Static<typeof UndoBody>>("/api/v1/land/changes/:id/undo");
const readHistory = get<Static<typeof FeatureHistory>>("/api/v1/land/features/:layer/:id/history");
const editFeature = patch<FeatureReceipt, FeatureEdit>("/api/v1/land/features/:layer/:id");
const createFeature = post<FeatureReceipt, FeatureDraft>("/api/v1/land/features/:layer");
const retireFeature = remove("/api/v1/land/features/:layer/:id");

const changesKey = ["private", "changes"] as const;

/** As many as a page lists. */
export const listedChanges = 200;

export const useChanges = (layer: string | undefined) =>
  useQuery({
    queryKey: [...changesKey, layer],
    queryFn: ({ signal }) => call(listChanges, { query: { layer, limit: listedChanges }, signal }),
    staleTime: 0,
  });

/** The versions of one feature. */
export const useHistory = (layer: string, id: string) =>
  useQuery({
    queryKey: [...changesKey, "history", layer, id],
    queryFn: ({ signal }) => call(readHistory, { params: { layer, id }, signal }),
    staleTime: 0,
  });

/** Shows anew what a change may have touched: the lists of changes, and the map. */
export function useGroundChanged(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all([client.invalidateQueries({ queryKey: changesKey }), refreshMap(client)]);
  };
}

export function useUndo() {
  const onSuccess = useGroundChanged();
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      call(undoChange, { params: { id }, body: { reason } }),
    onSuccess,
  });
}

type Seen = { layer: string; id: string; version: number };

/** What may be done to single features; each act says why. */
export function useFeatureActs() {
  const onSuccess = useGroundChanged();
  return {
    edit: useMutation({
      mutationFn: ({ layer, id, version, ...body }: Seen & FeatureEdit) =>
        call(editFeature, { params: { layer, id }, version, body }),
      onSuccess,
    }),
    create: useMutation({
      mutationFn: ({ layer, ...body }: FeatureDraft & { layer: string }) =>
        call(createFeature, { params: { layer }, body }),
      onSuccess,
    }),
    retire: useMutation({
      mutationFn: ({ layer, id, version, reason }: Seen & { reason: string }) =>
        call(retireFeature, { params: { layer, id }, query: { reason }, version }),
      onSuccess,
    }),
  };
}
