import type { Routes } from "../http/server.ts";
import type { Db } from "../store/db.ts";
import { itemRoutes } from "./routes/items.ts";
import { ogcRoutes } from "./routes/ogc.ts";
import type { MapOptions } from "./routes/options.ts";
import { tileRoutes } from "./routes/tiles.ts";

/**
 * What is public may be read by the page of any site: whoever asks is nobody in particular here,
 * because these addresses look at no session.
 */
const openToAll = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "content-crs, etag, link, zhibu-left-out",
  "cross-origin-resource-policy": "cross-origin",
};

/** The map for browsers and other programs: tiles, and OGC API Features. */
export const mapRoutes =
  (options: MapOptions): Routes<Db> =>
  async (app, { db }) => {
    app.addHook("onRequest", async (_request, reply) => {
      reply.headers(openToAll);
    });
    await app.register(tileRoutes(options), { db });
    await app.register(ogcRoutes(options), { db });
    await app.register(itemRoutes(options), { db });
  };
