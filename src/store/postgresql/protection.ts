import pg from "pg";
import { hostsOf } from "./hosts.ts";

/** The words by which an address says how its line is kept: by a checked certificate, or not. */
const ways: readonly string[] = ["verify-full", "disable"];

/** A socket's folder, or a server that no cable leads to. */
const isHere = (host: string): boolean =>
  host.startsWith("/") || host === "localhost" || host === "::1" || /^127\.[\d.]+$/.test(host);

/** Whether an address says one of the two; the others promise more than they hold. */
function isSaid(url: string): boolean {
  const modes = new URLSearchParams(url.split("?")[1]).getAll("sslmode");
  return modes.length === 1 && modes.every((mode) => ways.includes(mode));
}

/**
 * The server on another machine whose line nothing protects, and of which the address does not say
 * that this is meant; undefined where there is none. What the environment adds is looked at too.
 */
export function unprotectedHost(urls: readonly (string | undefined)[]): string | undefined {
  const given = urls.filter((url) => url !== undefined);
  const bare = given.flatMap((url) => hostsOf(url).urls).filter((url) => !isSaid(url));
  const hosts = bare.map((connectionString) => new pg.Client({ connectionString }).host);
  return hosts.find((host) => !isHere(host));
}
