import type { Desk, Place } from "./desk.ts";
import type { Chosen } from "./trial.ts";

/** What the page asks of the desk in the worker. The first ask opens it. */
export type Ask =
  | {
      readonly kind: "open";
      readonly files: readonly { readonly path: string; readonly text: string }[];
      readonly place: Place;
    }
  | { readonly kind: "look"; readonly text: string; readonly chosen: Chosen }
  | { readonly kind: "format"; readonly text: string };

/** What comes back for each kind of ask; opening finds no measure where the pack has none. */
export type Answer =
  | { readonly kind: "open"; readonly answer: Desk["opened"] | undefined }
  | { readonly kind: "look"; readonly answer: ReturnType<Desk["look"]> }
  | { readonly kind: "format"; readonly answer: ReturnType<Desk["format"]> };
