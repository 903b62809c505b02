import { Type, type Static } from "typebox";

const closed = { additionalProperties: false } as const;

export const BilingualText = Type.Object({ zh: Type.String(), en: Type.String() }, closed);

/** One thing wrong with a request, and where. */
export const ProblemError = Type.Object(
  {
    /** JSON pointer into the body ("#/facts/0"), or "/query/bbox", "/path/id". */
    pointer: Type.String(),
    detail: Type.String(),
    message: BilingualText,
  },
  closed,
);
export type ProblemError = Static<typeof ProblemError>;

/** Every failure has this form (RFC 9457); `code` is stable, `detail` in the caller's language. */
export const Problem = Type.Object(
  {
    type: Type.String({ description: "/problems/<code>: a page that explains the code" }),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    detail: Type.String(),
    message: BilingualText,
    instance: Type.String({ description: "The path that was asked for" }),
    requestId: Type.String(),
    errors: Type.Optional(Type.Array(ProblemError)),
    refusal: Type.Optional(
      Type.Unknown({ description: "The refusal's own figures, for programs" }),
    ),
  },
  { title: "Problem", ...closed },
);
export type Problem = Static<typeof Problem>;

/** The header by which a client makes a creating request safe to repeat. */
export const idempotencyHeader = "idempotency-key";
