import { useEffect, useState } from "react";
import { codeOf, figureOf } from "../api/problem.ts";
import { secondsLeft } from "./delay.ts";

/** The seconds that a refused attempt still has to wait, counted down. */
export function useDelay(error: unknown): number {
  const seconds = codeOf(error) === "sign_in_delayed" ? Number(figureOf(error, "seconds")) : 0;
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (!(seconds > 0)) return setLeft(0);
    const until = Date.now() + seconds * 1_000;
    setLeft(seconds);
    const timer = setInterval(() => setLeft(secondsLeft(until, Date.now())), 500);
    return () => clearInterval(timer);
  }, [error, seconds]);
  return left;
}
