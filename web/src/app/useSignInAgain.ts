import { useRouter } from "@tanstack/react-router";
import { useSignOut } from "../api/session.ts";

/** Signs out and leads to the sign-in, and from there back to a page of ours. */
export function useSignInAgain(back: string) {
  const router = useRouter();
  const signOut = useSignOut();
  return {
    isPending: signOut.isPending,
    error: signOut.error,
    signInAgain: () =>
      signOut.mutate(undefined, {
        onSuccess: () => void router.navigate({ to: "/sign-in", search: { return: back } }),
      }),
  };
}
