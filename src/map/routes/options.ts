import type { FastifyRequest } from "fastify";
import type { Publisher } from "../../land/index.ts";
import type { KeptTiles } from "../model/kept-tiles.ts";

/** What the room is composed of: who publishes, and the memory of tiles of this node. */
export type MapOptions = {
  readonly publishers: readonly Publisher[];
  readonly kept: KeptTiles;
  /** Where users reach the server, if the operator says so; else by the name that they used. */
  readonly publicUrl?: string | undefined;
};

/** What addresses in an answer begin with. */
export const baseOf = ({ protocol, host }: FastifyRequest, { publicUrl }: MapOptions): string =>
  publicUrl ?? `${protocol}://${host}`;
