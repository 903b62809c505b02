/** What a browser says of where a request comes from, and what the program expects. */
export type Asked = {
  readonly method: string;
  /** Sec-Fetch-Site: every browser of today sends it, and no page can write it. */
  readonly fetchSite: string | undefined;
  readonly origin: string | undefined;
  /** The origins by which people reach this server. */
  readonly ownOrigins: readonly string[];
};

const harmless: readonly string[] = ["GET", "HEAD", "OPTIONS"];

export const changesNothing = (method: string): boolean => harmless.includes(method);

/**
 * Whether another site's page may have made a browser send this. A program that is no browser
 * sends neither header: it has no cookies that a page could abuse.
 */
export function isForeign({ method, fetchSite, origin, ownOrigins }: Asked): boolean {
  if (changesNothing(method)) return false;
  if (fetchSite !== undefined) return fetchSite !== "same-origin";
  return origin !== undefined && !ownOrigins.includes(origin);
}

/** Stands for a server of ours while a path is read; no real address. */
const here = "http://zhibu.invalid";

/** A path of this server to come back to; undefined where it would lead elsewhere. */
export function ownPath(wanted: string): string | undefined {
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted) || wanted.length > 500) return undefined;
  if (!URL.canParse(wanted, here)) return undefined;
  const url = new URL(wanted, here);
  return url.origin === here ? `${url.pathname}${url.search}${url.hash}` : undefined;
}
