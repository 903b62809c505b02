import { useRouterState } from "@tanstack/react-router";
import { useSession } from "../api/session.ts";
import { pages } from "./pages.ts";
import { permittedPages } from "./permitted.ts";

/** What the navigation shows: the pages for all, and administration for those who administer. */
export function useNavigation() {
  const session = useSession();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const permitted = permittedPages(session.data?.grants ?? []);
  const [first] = permitted;
  if (!first) return pages.map((page) => ({ ...page, isWithin: false }));
  const isWithin = permitted.some(({ to }) => path.startsWith(to));
  const administration = { to: first.to, key: "administration", isWithin } as const;
  return [...pages.map((page) => ({ ...page, isWithin: false })), administration];
}
