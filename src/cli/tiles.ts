import { followChanges, lookForNews, type KeptTiles } from "../map/index.ts";
import type { Db } from "../store/db.ts";
import type { Background } from "./background.ts";

type Around = {
  readonly background: Background | undefined;
  readonly failed: (cause: unknown) => void;
};

/** Keeps this node's tiles true to the map, whether or not it can write. */
export function followTiles(
  db: Db,
  kept: KeptTiles,
  { background, failed }: Around,
): () => Promise<void> {
  if (background) return followChanges(db, { kept, news: background.feed }, failed);
  const news = lookForNews(db, failed);
  const stop = followChanges(db, { kept, news }, failed);
  return async () => {
    await stop();
    await news.stop();
  };
}
