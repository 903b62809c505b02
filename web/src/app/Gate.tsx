import { Navigate, useRouterState } from "@tanstack/react-router";
import type { UseQueryResult } from "@tanstack/react-query";
import { useRef, type ReactNode } from "react";
import { useIsLeaving, useSession, type SignedIn } from "../api/session.ts";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
import { NotPermittedPage } from "./NotPermittedPage.tsx";
import { isPermitted, type AdministrationPage } from "./permitted.ts";
import { useTitle } from "./useTitle.ts";

type Props = {
  title: string;
  /** The page of administration that it is; absent where any account may enter. */
  page?: AdministrationPage;
  children: (session: SignedIn) => ReactNode;
};

/**
 * Lets in whoever may. A stranger is led to the sign-in and back; who lacks the role is told which
 * one, and by whom it is given.
 */
export function Gate({ title, page, children }: Props) {
  const session = useSession();
  const here = useRouterState({ select: ({ location }) => location.href });
  // The address is the sign-in's already while its page is still on the way: once is enough.
  const isAway = here.startsWith("/sign-in");
  const isLeaving = useIsLeaving();
  const wasIn = useRef(false);
  if (!session.isSuccess) return <NotKnownYet title={title} session={session} />;
  const { account } = session.data;
  if (!account && (isAway || isLeaving)) return null;
  if (!account) {
    const search = { return: here, ...(wasIn.current && { ended: true }) };
    return <Navigate to="/sign-in" search={search} replace />;
  }
  wasIn.current = true;
  const signedIn = { ...session.data, account };
  return page && !isPermitted(page, signedIn.grants) ? (
    <NotPermittedPage title={title} page={page} session={signedIn} />
  ) : (
    children(signedIn)
  );
}

/** The page while it is not known who asks for it. */
function NotKnownYet({ title, session }: { title: string; session: UseQueryResult }) {
  useTitle(title);
  return (
    <main className="wrap" id="main" tabIndex={-1}>
      <h1>{title}</h1>
      {session.isError ? (
        <ProblemNotice error={session.error} retry={() => void session.refetch()} />
      ) : (
        <Waiting />
      )}
    </main>
  );
}
