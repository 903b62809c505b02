import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { nameWithCure, need } from "../../test/harness/need.ts";
import { loadQuarter } from "../../test/harness/quarter.ts";
import { createServer, stopServer, type Server } from "../http/server.ts";
import { landLayers } from "../land/index.ts";
import type { Db } from "../store/db.ts";
import { keepTiles, mapRoutes } from "./index.ts";

const gdal = need("gdal");
const run = promisify(execFile);

onBothEngines("GDAL reads what is published", (engine) => {
  let server: Server;
  let url = "";
  beforeAll(async () => {
    await loadQuarter(engine.db);
    const map = mapRoutes({ publishers: [landLayers], kept: keepTiles() });
    server = await createServer<Db>({ db: engine.db, routes: [map] });
    await server.listen({ host: "127.0.0.1", port: 0 });
    url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  });
  afterAll(() => stopServer(server));

  test.skipIf(!gdal.present)(
    nameWithCure("each row of a collection, page by page", gdal),
    async () => {
      const words = ["-ro", "-al", "-geom=NO", `OAPIF:${url}/ogc`, "buildings"];
      const { stdout, stderr } = await run("ogrinfo", words, { maxBuffer: 1e8 });
      expect(stderr).toBe("");
      const ids = [...stdout.matchAll(/^ {2}id \(String\) = (.+)$/gm)].map(([, id]) => id);
      expect(ids).toHaveLength(600);
      expect(new Set(ids).size).toBe(600);
    },
  );

  test.skipIf(!gdal.present)(nameWithCure("a tile, where the feature stands", gdal), async () => {
    const { stdout } = await run("ogrinfo", [
      "-ro",
      "-so",
      "-al",
      `MVT:${url}/tiles/districts/6/52/24.mvt`,
    ]);
    expect(stdout).toContain("Layer name: districts");
    expect(stdout).toMatch(/Feature Count: 1[0-6]\b/);
  });
});
