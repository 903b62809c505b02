import { useQueryClient } from "@tanstack/react-query";

/** Asks anew for what somebody else has changed, and goes on once it is there. */
export function useLookAgain(what: readonly string[], then: () => void): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.refetchQueries({ queryKey: ["private", "people", ...what], type: "active" });
    then();
  };
}
