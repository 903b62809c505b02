import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { askers } from "../../test/harness/map.ts";
import { loadQuarter } from "../../test/harness/quarter.ts";
import { system } from "../base/actor.ts";
import { invariant } from "../base/invariant.ts";
import type { Db } from "../store/db.ts";
import { cancelImport, openImport, takePart } from "./actions/imports.ts";
import { importPartBytes } from "./contract.ts";
import { loadFile } from "./jobs/load-file.ts";
import { findImport, type StoredImport } from "./store/imports.ts";

const me = system("test");
const bytes = new Uint8Array(2 * importPartBytes + 7).map((_, at) => at % 251);

onBothEngines("a file that came in parts", (engine) => {
  const { run } = askers(engine);
  beforeAll(() => loadQuarter(engine.db));

  const sent = async (): Promise<StoredImport> => {
    const opening = { layer: "stations", name: "large.csv", bytes: bytes.length };
    const opened = await run((tx) => openImport(tx, opening));
    invariant(opened.ok, "a file may be opened");
    const { id } = opened.value;
    for (let part = 0; part < 3; part += 1) {
      const piece = bytes.slice(part * importPartBytes, (part + 1) * importPartBytes);
      expect(await run((tx) => takePart(tx, id, { part, bytes: piece }))).toMatchObject({
        ok: true,
      });
    }
    return (await run((tx) => findImport(tx, id)))!;
  };

  /** The database, with something done by others after its first transaction. */
  const amid = (others: () => Promise<unknown>): Db => {
    let count = 0;
    const transaction: Db["transaction"] = async (...asked) => {
      const done = await engine.db.transaction(...asked);
      count += 1;
      if (count === 1) await others();
      return done;
    };
    return new Proxy(engine.db, {
      get: (db, name) => (name === "transaction" ? transaction : Reflect.get(db, name)),
    });
  };

  test("is put together as it was sent, and leaves room for others between its parts", async () => {
    const found = await sent();
    const seen: unknown[] = [];
    const look = async () => seen.push(await run((tx) => findImport(tx, found.id)));
    const file = await loadFile(amid(look), found, me);
    expect(seen).toMatchObject([{ id: found.id, state: "receiving" }]);
    expect(file?.bytes.length).toBe(bytes.length);
    const whole = createHash("sha256").update(bytes).digest("hex");
    expect(file?.sha256).toBe(whole);
    expect(createHash("sha256").update(file!.bytes).digest("hex")).toBe(whole);
  });

  test("is not there as a whole where it is dropped in the middle", async () => {
    const found = await sent();
    const cancel = () => run((tx) => cancelImport(tx, found.id));
    expect(await loadFile(amid(cancel), found, me)).toBeUndefined();
  });
});
