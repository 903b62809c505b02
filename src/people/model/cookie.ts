/** The names and attributes of our cookies, as the public address allows them. */
export type CookieSettings = { readonly isSecure: boolean };

/** With https the browser itself sees to it that no other host and no plain page sets it. */
export const cookieName = (base: string, { isSecure }: CookieSettings): string =>
  isSecure ? `__Host-${base}` : base;

/** The value of a cookie; undefined where it is absent, or there twice, which is never ours. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  const values = (header ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length === 1 ? values[0] : undefined;
}

/** A cookie for scripts' eyes never, for our own pages only; without a value it is taken away. */
export function writeCookie(
  name: string,
  value: string | undefined,
  { isSecure, maxAgeSeconds }: CookieSettings & { maxAgeSeconds?: number },
): string {
  const age = value === undefined ? 0 : maxAgeSeconds;
  return [
    `${name}=${value ?? ""}`,
    "Path=/",
    "HttpOnly",
    "SameSite=Lax",
    ...(isSecure ? ["Secure"] : []),
    ...(age === undefined ? [] : [`Max-Age=${age}`]),
  ].join("; ");
}
