import { useEffect, useState } from "react";
import { useSession } from "../api/session.ts";
import { minutesLeft } from "./session-end.ts";

const lookEveryMs = 15_000;

/**
 * How long the session of whoever is signed in still lasts. Once it is over, who is signed in is
 * asked anew, once: a clock that stands wrong here ends nobody's session.
 */
export function useSessionEnd(): { endsAt: string; minutes: number } | undefined {
  const { data: signedIn, refetch } = useSession();
  const endsAt = signedIn?.session?.endsAt;
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), lookEveryMs);
    return () => clearInterval(timer);
  }, []);
  const minutes = endsAt === undefined ? undefined : minutesLeft(endsAt, now);
  const isOver = minutes === 0;
  useEffect(() => {
    if (isOver) void refetch();
  }, [isOver, endsAt, refetch]);
  return endsAt === undefined || minutes === undefined ? undefined : { endsAt, minutes };
}
