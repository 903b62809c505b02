import { useState } from "react";
import { asksFactor } from "../api/factor.ts";
import { codeOf } from "../api/problem.ts";

/** The second step of a sign-in: it comes once the server has said that the first one was right. */
export function useFactorStep() {
  const [isAsked, setAsked] = useState(false);
  const [code, setCode] = useState("");
  /** Takes a refusal in; answers whether what was proved in the first step still stands. */
  const hear = (error: unknown): boolean => {
    setCode("");
    const isStanding = asksFactor(error) || (isAsked && codeOf(error) === "sign_in_delayed");
    setAsked(isStanding);
    return isStanding;
  };
  const leave = () => {
    setAsked(false);
    setCode("");
  };
  const sent = isAsked ? { factorCode: code } : {};
  return { isAsked, code, change: setCode, hear, leave, sent };
}

export type FactorStep = ReturnType<typeof useFactorStep>;
