import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type {
  CampaignList,
  PolicyTree,
  TaskList,
  TaskQuery,
} from "../../../src/policy/contract.ts";
import { call, get } from "./call.ts";
import { lasting } from "./lasting.ts";

const listTasks = get<TaskList>("/api/v1/policy/tasks");
const listCampaigns = get<CampaignList>("/api/v1/policy/campaigns");
const readTree = get<PolicyTree>("/api/v1/policy/tree");

/** Tasks and duties by due date; the former list stays on screen while another is asked for. */
export const useTasks = (query: TaskQuery) =>
  useQuery({
    queryKey: ["policy", "tasks", query],
    queryFn: ({ signal }) => call(listTasks, { query, signal }),
    placeholderData: keepPreviousData,
    ...lasting,
  });

export const useCampaigns = () =>
  useQuery({
    queryKey: ["policy", "campaigns"],
    queryFn: ({ signal }) => call(listCampaigns, { signal }),
    ...lasting,
  });

export const usePolicyTree = () =>
  useQuery({
    queryKey: ["policy", "tree"],
    queryFn: ({ signal }) => call(readTree, { signal }),
    ...lasting,
  });
