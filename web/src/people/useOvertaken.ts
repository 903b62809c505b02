import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { codeOf } from "../api/problem.ts";

const overtaking: readonly (string | undefined)[] = [
  "account_changed",
  "changed_meanwhile",
  "grant_missing",
];

/**
 * Whether somebody else was quicker. Where a change is refused for that, what stands now is asked
 * anew before it is told, so that both can be seen side by side.
 */
export function useOvertaken() {
  const client = useQueryClient();
  const [isOvertaken, setOvertaken] = useState(false);
  const lookAgain = async () => {
    await client.refetchQueries({ queryKey: ["private", "people"], type: "active" });
    setOvertaken(true);
  };
  return {
    isOvertaken,
    tryAgain: () => setOvertaken(false),
    onError: (error: Error) => {
      if (overtaking.includes(codeOf(error))) void lookAgain();
    },
  };
}
