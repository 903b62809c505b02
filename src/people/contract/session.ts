import { Type, type Static } from "typebox";
import { FactorCode } from "./factor.ts";
import { RoleGrant } from "./grant.ts";

const closed = { additionalProperties: false } as const;
const words = <const T extends readonly string[]>(list: T) =>
  Type.Unsafe<T[number]>(Type.Enum([...list]));

const Instant = Type.String({ description: "An instant, ISO 8601 in UTC" });
/** Longer than any password or code may be: what is longer still is refused by its length. */
const Secret = Type.String({ minLength: 1, maxLength: 1_000 });
const SignInName = Type.String({ minLength: 1, maxLength: 200 });

/** The header that carries the token without which a session changes nothing. */
export const forgeryHeader = "x-csrf-token";

/** By what somebody signed in. */
export const SignInMeans = words(["password", "recovery", "oidc", "demonstration"] as const);
export type SignInMeans = Static<typeof SignInMeans>;

/** Who is signed in, what they may act as, and how one may sign in. */
export const SessionPage = Type.Object(
  {
    account: Type.Union([
      Type.Null(),
      Type.Object(
        {
          id: Type.String(),
          signInName: Type.String(),
          name: Type.String(),
          organisation: Type.Union([Type.String(), Type.Null()]),
          demonstration: Type.Boolean(),
        },
        closed,
      ),
    ]),
    /** The roles that may be used in this session. */
    grants: Type.Array(RoleGrant),
    /** The roles that are held, and wait for a session that is begun with a second factor. */
    withheld: Type.Array(RoleGrant),
    session: Type.Union([
      Type.Null(),
      Type.Object(
        {
          id: Type.String(),
          means: SignInMeans,
          /** Whether it was begun with a second factor. */
          isStrong: Type.Boolean(),
          startedAt: Instant,
          endsAt: Instant,
        },
        closed,
      ),
    ]),
    /** To be sent as x-csrf-token with whatever changes something. */
    csrfToken: Type.Union([Type.String(), Type.Null()]),
    signIn: Type.Object(
      {
        oidc: Type.Boolean(),
        /** Whether an account can have a second factor here. */
        factor: Type.Boolean(),
        /** The kinds of user of whom a synthetic city shows one each; none elsewhere. */
        demonstration: Type.Array(
          Type.Object({ role: Type.String(), name: Type.String() }, closed),
        ),
      },
      closed,
    ),
  },
  { title: "SessionPage", ...closed },
);
export type SessionPage = Static<typeof SessionPage>;

export const SignInBody = Type.Object(
  { signInName: SignInName, password: Secret, factorCode: Type.Optional(FactorCode) },
  closed,
);
export type SignInBody = Static<typeof SignInBody>;

/** A one-time code serves for one thing: to set a password, and to be signed in with it. */
export const RecoveryBody = Type.Object(
  {
    ...{ signInName: SignInName, code: Secret, newPassword: Secret },
    /** Asked of whoever has a second factor: a code of an administrator does not go round it. */
    factorCode: Type.Optional(FactorCode),
  },
  closed,
);
export type RecoveryBody = Static<typeof RecoveryBody>;

export const PasswordBody = Type.Object({ oldPassword: Secret, newPassword: Secret }, closed);
export type PasswordBody = Static<typeof PasswordBody>;

export const DemonstrationBody = Type.Object(
  { role: Type.String({ minLength: 1, maxLength: 40 }) },
  closed,
);
export type DemonstrationBody = Static<typeof DemonstrationBody>;

/** One session of an account, as its owner sees it. */
export const SessionLine = Type.Object(
  {
    id: Type.String(),
    means: SignInMeans,
    isStrong: Type.Boolean(),
    startedAt: Instant,
    seenAt: Instant,
    endsAt: Instant,
    address: Type.String(),
    browser: Type.String(),
    /** Whether it is the one that asks. */
    current: Type.Boolean(),
  },
  closed,
);
export type SessionLine = Static<typeof SessionLine>;

export const SessionList = Type.Object({ sessions: Type.Array(SessionLine) }, closed);
export type SessionList = Static<typeof SessionList>;
