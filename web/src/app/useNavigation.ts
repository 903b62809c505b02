import { useSession } from "../api/session.ts";
import { pages } from "./pages.ts";
import { permittedPages } from "./permitted.ts";

/** What the navigation shows: the pages for all, and administration for those who administer. */
export function useNavigation() {
  const { data } = useSession();
  const [first] = permittedPages(data?.grants ?? []);
  const administration = first ? [{ to: first.to, key: "administration" as const }] : [];
  return [...pages, ...administration];
}
