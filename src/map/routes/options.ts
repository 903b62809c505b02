import type { FastifyRequest } from "fastify";
import { Problem } from "../../http/problem.ts";
import type { Publisher } from "../../land/index.ts";
import type { KeptTiles } from "../model/kept-tiles.ts";

/** What each address of the room may answer instead. */
export const failures = { "4xx": Problem, "5xx": Problem };

/** What each of them reads: all of it is public. */
export const resource = { kind: "map_feature" } as const;

/** The room only reads: a replica may answer, with all that was acknowledged. */
export const options = { mayLag: true, small: true } as const;

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
