import { closeFile, confirmImport, openImport, takePart } from "../../src/land/actions/imports.ts";
import { importPartBytes, type ImportOrder, type LandImport } from "../../src/land/contract.ts";
import { advanceImport } from "../../src/land/jobs/imports.ts";
import { findImport, toldImport } from "../../src/land/store/imports.ts";
import type { Engine } from "./engines.ts";
import { askers } from "./map.ts";

export type Row = {
  readonly id?: string;
  readonly properties?: object;
  readonly geometry: object | null;
};

export const pointRow = (id: string, lon: number, lat: number): Row => ({
  properties: { code: id, name: `站 ${id}` },
  geometry: { type: "Point", coordinates: [lon, lat] },
});

export const geoJson = (rows: readonly Row[]): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify({
      type: "FeatureCollection",
      features: rows.map((row) => ({ type: "Feature", properties: {}, ...row })),
    }),
  );

/** How a file in degrees is brought in where nothing else is said. */
export const plainOrder: ImportOrder = { crs: "EPSG:4490", reason: "last year's survey" };

type Target = { readonly layer: string; readonly district?: string };

/** Sends a file as a client does, and lets the work be done that a worker would do. */
export function sender(engine: Engine) {
  const { run } = askers(engine);
  const look = async (id: string): Promise<LandImport> =>
    toldImport((await run((tx) => findImport(tx, id)))!);
  const sendTo = async (target: Target, bytes: Uint8Array): Promise<LandImport> => {
    const opening = { ...target, name: "file", bytes: bytes.length };
    const opened = await run((tx) => openImport(tx, opening));
    if (!opened.ok) throw new Error(opened.refusal.code);
    const { id } = opened.value;
    for (let part = 0; part * importPartBytes < bytes.length; part += 1) {
      const piece = bytes.slice(part * importPartBytes, (part + 1) * importPartBytes);
      const taken = await run((tx) => takePart(tx, id, { part, bytes: piece }));
      if (!taken.ok) throw new Error(taken.refusal.code);
    }
    const closed = await run((tx) => closeFile(tx, id));
    if (!closed.ok) throw new Error(closed.refusal.code);
    await advanceImport(engine.db, id);
    return look(id);
  };
  const send = (layer: string, bytes: Uint8Array) => sendTo({ layer }, bytes);
  const confirm = async (id: string, order: ImportOrder): Promise<LandImport> => {
    const confirmed = await run((tx) => confirmImport(tx, id, order));
    if (!confirmed.ok) throw new Error(JSON.stringify(confirmed.refusal));
    await advanceImport(engine.db, id);
    return look(id);
  };
  return Object.assign(send, { sendTo, confirm });
}
