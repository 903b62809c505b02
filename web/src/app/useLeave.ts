import { useRouter } from "@tanstack/react-router";
import { useSignOut } from "../api/session.ts";

/** Signs out and leads to the sign-in, and from there back to a page of ours where it is named. */
export function useLeave(back?: string) {
  const router = useRouter();
  const search = back === undefined ? {} : { return: back };
  return useSignOut(() => router.navigate({ to: "/sign-in", search }));
}
