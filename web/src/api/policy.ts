import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Static } from "typebox";
import type {
  Answers,
  AnswersBody,
  EvaluationPage,
  EvaluationReceipt,
  FactDictionary,
  MeasureList,
  MeasurePage,
  MeasureProjects,
  PackLine,
  PackTexts,
  ProjectList,
} from "../../../src/policy/contract.ts";
import type { FactDefinition } from "../../../src/rules/contract.ts";
import { call, get, post } from "./call.ts";
import { lasting } from "./lasting.ts";

export type Dictionary = Static<typeof FactDictionary>;
export type Measures = MeasureList;
export type Projects = Static<typeof ProjectList>;

const readPack = get<PackLine>("/api/v1/policy/pack");
const readDictionary = get<Dictionary>("/api/v1/policy/facts");
const readTexts = get<PackTexts>("/api/v1/policy/texts");
const listMeasures = get<Measures>("/api/v1/policy/measures");
const readMeasure = get<MeasurePage>("/api/v1/policy/measures/:document/:item");
const readMeasureProjects = get<MeasureProjects>(
  "/api/v1/policy/measures/:document/:item/projects",
);
const listProjects = get<Projects>("/api/v1/policy/projects");
const readEvaluation = get<EvaluationPage>("/api/v1/policy/evaluations/:id");
const askAnswers = post<Answers, AnswersBody>("/api/v1/policy/answers");
const storeEvaluation = post<EvaluationReceipt, AnswersBody>("/api/v1/policy/evaluations");

export const usePack = () =>
  useQuery({
    queryKey: ["policy", "pack"],
    queryFn: ({ signal }) => call(readPack, { signal }),
    ...lasting,
  });

/** The files of the pack: only who drafts a change needs them. */
export const usePackTexts = () =>
  useQuery({
    queryKey: ["policy", "texts"],
    queryFn: ({ signal }) => call(readTexts, { signal }),
    ...lasting,
  });

export const useMeasures = () =>
  useQuery({
    queryKey: ["policy", "measures"],
    queryFn: ({ signal }) => call(listMeasures, { signal }),
    ...lasting,
  });

export const useMeasure = (document: string, item: string) =>
  useQuery({
    queryKey: ["policy", "measures", document, item],
    queryFn: ({ signal }) => call(readMeasure, { params: { document, item }, signal }),
    ...lasting,
  });

export const useMeasureProjects = (document: string, item: string) =>
  useQuery({
    queryKey: ["policy", "measures", document, item, "projects"],
    queryFn: ({ signal }) => call(readMeasureProjects, { params: { document, item }, signal }),
    ...lasting,
  });

export const useProjects = () =>
  useQuery({
    queryKey: ["policy", "projects"],
    queryFn: ({ signal }) => call(listProjects, { signal }),
    ...lasting,
  });

export const useEvaluation = (id: string) =>
  useQuery({
    queryKey: ["policy", "evaluations", id],
    queryFn: ({ signal }) => call(readEvaluation, { params: { id }, signal }),
    enabled: id !== "",
    ...lasting,
  });

/** What can be done here: asked anew with each answer, the former stays on screen meanwhile. */
export const useAnswers = (body: AnswersBody) =>
  useQuery({
    queryKey: ["policy", "answers", body],
    queryFn: ({ signal }) => call(askAnswers, { body, signal }),
    placeholderData: keepPreviousData,
    ...lasting,
  });

export const saveEvaluation = (body: AnswersBody) => call(storeEvaluation, { body });

/** The fact dictionary by id. Pages that show facts wait for it: figures mean nothing without. */
export function useDictionary() {
  const query = useQuery({
    queryKey: ["policy", "facts"],
    queryFn: ({ signal }) => call(readDictionary, { signal }),
    ...lasting,
  });
  const read = useMemo(() => {
    const byId = new Map<string, FactDefinition>();
    for (const fact of query.data?.facts ?? []) byId.set(fact.id, fact);
    const groups = new Map(query.data?.groups.map((group) => [group.id, group]));
    return { byId, groups };
  }, [query.data]);
  return { ...read, query };
}
