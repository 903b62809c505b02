import type { FastifyRequest } from "fastify";
import { accept, refuse, type Decision } from "../base/decision.ts";

/** The version that a change was thought out on is not stated, so it might undo another's. */
export type VersionRefusal = { code: "version_missing" };

const form = /^"(\d{1,9})"$/;

/** The tag of a version, as GET answers it and as If-Match gives it back. */
export const tagOf = (version: number): string => `"${version}"`;

/** The version that If-Match names: one and no other, because "*" would overwrite unseen. */
export function versionOf(request: FastifyRequest): Decision<number, VersionRefusal> {
  const version = form.exec(request.headers["if-match"] ?? "")?.[1];
  return version === undefined ? refuse({ code: "version_missing" }) : accept(Number(version));
}
