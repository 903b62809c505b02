import { invariant } from "../../../../src/base/invariant.ts";
import { openDesk, type Desk } from "./desk.ts";
import type { Answer, Ask } from "./messages.ts";

let desk: Desk | undefined;

function answerTo(ask: Ask): Answer {
  if (ask.kind === "open") {
    desk = openDesk(new Map(ask.files.map(({ path, text }) => [path, text])), ask.place);
    return { kind: "open", answer: desk?.opened };
  }
  invariant(desk, "the desk is opened first");
  if (ask.kind === "format") return { kind: "format", answer: desk.format(ask.text) };
  return { kind: "look", answer: desk.look(ask.text, ask.chosen) };
}

/** The desk stands in a worker: whatever is typed, the page stays quick. */
addEventListener("message", ({ data: ask }: MessageEvent<Ask>) => {
  postMessage(answerTo(ask));
});
