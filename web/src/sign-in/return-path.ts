/** Stands for this application while a path is read; no real address. */
const here = "http://zhibu.invalid";

/**
 * Where to go once somebody is signed in: a path of this application and no other address, because
 * whoever can write a link must not choose where a fresh session is led.
 */
export function returnPath(wanted: string | undefined): string {
  const home = "/";
  if (!wanted || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) return home;
  if (!URL.canParse(wanted, here)) return home;
  const { origin, pathname, search, hash } = new URL(wanted, here);
  const isOwn = origin === here && pathname !== "/sign-in" && !pathname.startsWith("/api/");
  return isOwn ? `${pathname}${search}${hash}` : home;
}
