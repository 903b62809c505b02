import { accept } from "../../base/decision.ts";
import { bilingual } from "../../base/message.ts";
import { operator, perform } from "../../people/index.ts";
import type { Call, Command, Outcome } from "../../terminal/index.ts";
import { undoChange } from "../actions/undo.ts";
import type { Change } from "../contract.ts";
import { listChanges } from "../store/changes.ts";
import { lacks, landRefused, optionOf, type LandContext } from "./context.ts";

const resource = { kind: "map_feature" } as const;

const line = (change: Change): string =>
  [
    ...[change.id, change.at, change.layer, change.kind, change.actor],
    `+${change.added} ~${change.replaced} -${change.retired}`,
    change.undoneBy === null ? change.reason : `(${change.undoneBy}) ${change.reason}`,
  ].join("\t");

const list = (context: LandContext, call: Call): Promise<Outcome> =>
  context.withDb(async (db) => {
    const task = { caller: operator(), act: "list", resource } as const;
    const order = { layer: optionOf(call, "layer"), limit: 200 };
    const found = await perform(db, task, async (tx) => accept(await listChanges(tx, order)));
    if (!found.ok) return landRefused(found.refusal);
    const text = found.value.map(line).join("\n");
    return { exit: 0, json: { changes: found.value }, text: () => text };
  });

async function undo(context: LandContext, call: Call): Promise<Outcome> {
  const [id = ""] = call.words;
  const reason = optionOf(call, "reason");
  if (reason === undefined) return lacks("--reason");
  if (!/^[0-9a-f-]{36}$/i.test(id)) return landRefused({ code: "change_missing", id });
  return context.withDb(async (db) => {
    const options = { timeoutMs: 300_000 };
    const named = { ...resource, id };
    const task = { caller: operator(), act: "undo", resource: named, options } as const;
    const order = { id, reason, today: call.around.today() };
    const undone = await perform(db, task, (tx) => undoChange(tx, order));
    if (!undone.ok) return landRefused(undone.refusal);
    return { exit: 0, json: undone.value, text: () => line(undone.value) };
  });
}

/** `zhibu land changes`, `zhibu land undo`. */
export const changeCommands = (context: LandContext): Command[] => [
  {
    name: "land changes",
    means: bilingual("谁在什么时候改了什么", "who changed what and when"),
    options: [{ flags: "--layer <id>", means: bilingual("只看一个图层", "of one layer") }],
    run: (call) => list(context, call),
  },
  {
    name: "land undo",
    means: bilingual("撤销一次改动", "take a change back"),
    takes: [{ name: "change", means: bilingual("改动的编号", "the id of the change") }],
    options: [{ flags: "--reason <text>", means: bilingual("为什么撤销", "why") }],
    run: (call) => undo(context, call),
  },
];
