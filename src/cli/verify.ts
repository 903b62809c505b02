import { bilingual, type Bilingual, type Locale } from "../base/message.ts";
import type { Difference } from "../store/chain/check.ts";
import { verifyChains, type Verified } from "../store/chain/verify.ts";
import type { Call, Command, Outcome } from "../terminal/index.ts";
import { chains } from "./chains.ts";
import type { WithDb } from "./database.ts";
import { noteAct } from "./note-act.ts";

/** What is wrong, as a sentence. */
function differenceText(difference: Difference): Bilingual {
  switch (difference.code) {
    case "row_changed":
      return bilingual(
        `第 ${difference.id} 行封记后被改动`,
        `row ${difference.id} was changed after it was sealed`,
      );
    case "row_missing":
      return bilingual(
        `第 ${difference.id} 行封记后被删除`,
        `row ${difference.id} was removed after it was sealed`,
      );
    case "row_inserted":
      return bilingual(
        `第 ${difference.id} 行是事后插进已封记的范围的`,
        `row ${difference.id} was put among rows that had been sealed`,
      );
    case "seal_changed":
      return bilingual(
        `第 ${difference.number} 道封记被改动`,
        `seal ${difference.number} was changed`,
      );
    case "seal_missing":
      return bilingual(
        `第 ${difference.number} 道封记缺失`,
        `seal ${difference.number} is missing`,
      );
  }
}

function chainText(chain: Verified, locale: Locale): string {
  const { room, table, seen, sealed, unsealed, seals, head, difference } = chain;
  const counts = bilingual(
    `${room}.${table}：共 ${seen} 行，${sealed} 行封记无误（${seals} 道封记），${unsealed} 行待封记`,
    `${room}.${table}: ${seen} rows, ${sealed} as they were sealed (${seals} seals), ` +
      `${unsealed} not yet sealed`,
  );
  const headText = bilingual(`最后一道封记 ${head ?? "无"}`, `last seal ${head ?? "none"}`);
  const wrong = difference
    ? [`  ✗ ${room}.${table}: ${differenceText(difference)[locale]}`]
    : [`  ${headText[locale]}`];
  return [counts[locale], ...wrong].join("\n");
}

/** The head that somebody kept elsewhere: a chain that was made anew does not hold it. */
const headMissing = (head: string): Bilingual =>
  bilingual(
    `链中没有封记 ${head}：数据可能被整体重做，或备份早于它`,
    `no chain holds the seal ${head}: it may have been made anew, or the data are older`,
  );

async function run(withDb: WithDb, call: Call): Promise<Outcome> {
  const { head } = call.options;
  const expected = typeof head === "string" ? head : undefined;
  return withDb(async (db) => {
    const { verified, hasHead } = await verifyChains(db, chains, expected);
    const isSound = hasHead && verified.every(({ difference }) => difference === null);
    const resource = { kind: "database" } as const;
    await noteAct(db, { act: "verify", resource, detail: { sound: isSound } });
    const missing = hasHead ? undefined : headMissing(expected ?? "");
    return {
      exit: isSound ? 0 : 2,
      json: { sound: isSound, chains: verified, ...(missing ? { headMissing: missing } : {}) },
      text: (locale) =>
        [
          ...verified.map((chain) => chainText(chain, locale)),
          ...(missing ? [`✗ ${missing[locale]}`] : []),
        ].join("\n"),
    };
  });
}

/** `zhibu db verify`: whether what may not change has not changed. */
export const verifyCommand = (withDb: WithDb): Command => ({
  name: "db verify",
  means: bilingual(
    "重新计算封记，指出第一处改动",
    "recompute the seals and name the first row that was changed",
  ),
  options: [
    {
      flags: "--head <sha256>",
      means: bilingual("须仍在链中的封记", "a seal that must still be in a chain"),
    },
  ],
  run: (call) => run(withDb, call),
});
