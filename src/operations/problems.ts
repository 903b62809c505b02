import type { Finding } from "../base/finding.ts";
import { en } from "./messages.en.ts";
import { zh, type HealthMessages } from "./messages.zh.ts";
import { levelOf, type Found } from "./model/findings.ts";

type Sentence = ((found: Found) => string) | undefined;

const sentence = (table: HealthMessages["said" | "todo"], { code }: Found): Sentence =>
  table[code] as Sentence;

/** A finding in both languages, with what to do where it is not good. */
export function findingOf(found: Found): Finding {
  const todo = { zh: sentence(zh.todo, found), en: sentence(en.todo, found) };
  return {
    code: found.code,
    level: levelOf(found),
    said: {
      zh: sentence(zh.said, found)?.(found) ?? "",
      en: sentence(en.said, found)?.(found) ?? "",
    },
    ...(todo.zh && todo.en ? { todo: { zh: todo.zh(found), en: todo.en(found) } } : {}),
  };
}
