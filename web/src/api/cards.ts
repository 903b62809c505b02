import { useMutation, useQuery } from "@tanstack/react-query";
import type { CardAnswer, CardList, CardPage, CardQuestion } from "../../../src/policy/contract.ts";
import { call, get, post } from "./call.ts";
import { lasting } from "./lasting.ts";

const listCards = get<CardList>("/api/v1/policy/cards");
const readCard = get<CardPage>("/api/v1/policy/cards/:document/:item");
const askCard = post<CardAnswer, CardQuestion>("/api/v1/policy/cards/:document/:item/answer");

export const useCards = () =>
  useQuery({
    queryKey: ["policy", "cards"],
    queryFn: ({ signal }) => call(listCards, { signal }),
    ...lasting,
  });

export const useCard = (document: string, item: string) =>
  useQuery({
    queryKey: ["policy", "cards", document, item],
    queryFn: ({ signal }) => call(readCard, { params: { document, item }, signal }),
    ...lasting,
  });

/** Whether a project meets what the place of the card asked. */
export const useCardAnswer = (document: string, item: string) =>
  useMutation({
    mutationFn: (body: CardQuestion) => call(askCard, { params: { document, item }, body }),
  });
