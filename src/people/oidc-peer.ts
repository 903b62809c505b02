import * as client from "openid-client";
import { Fault } from "../base/fault.ts";
import { accept, refuse, type Decision } from "../base/decision.ts";
import { bilingual } from "../base/message.ts";
import type { AccountRefusal } from "./model/account-refusals.ts";

/** How the program knows the identity provider; from the environment alone. */
export type OidcSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends people back to. */
  readonly redirectUrl: string;
  /** What becomes of somebody whom no account is linked to. */
  readonly unknown: "refuse" | "create";
};

/** What was asked, to be held against the answer. */
export type Question = {
  readonly url: URL;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
};

/** Whom the provider has seen sign in, and whether by more than one factor. */
export type Testimony = {
  readonly subject: string;
  readonly name: string | undefined;
  readonly isStrong: boolean;
};

/** The identity provider, as far as a sign-in needs it. */
export type OidcPeer = Pick<OidcSettings, "issuer" | "unknown"> & {
  ask(): Promise<Question>;
  hear(url: URL, asked: Omit<Question, "url">): Promise<Decision<Testimony, AccountRefusal>>;
};

const timeoutSeconds = 10;
const loopback: readonly string[] = ["127.0.0.1", "localhost", "[::1]"];

/** Only a provider on this very machine may be spoken to without TLS. */
const isLoopback = (issuer: URL): boolean => loopback.includes(issuer.hostname);

function unavailable(cause: unknown): Fault {
  const say = bilingual(
    "统一身份认证暂时不能用，稍后再试，或用账号和密码登录。",
    "The identity provider is not available. Try again later, or sign in with name and password.",
  );
  return new Fault("oidc_unavailable", "the identity provider does not answer", { cause, say });
}

/** Makes the peer; it is asked for its configuration when somebody first signs in. */
export function openOidcPeer(settings: OidcSettings): OidcPeer {
  const { issuer, unknown, redirectUrl } = settings;
  let held: Promise<client.Configuration> | undefined;
  const configuration = async (): Promise<client.Configuration> => {
    held ??= discover(settings);
    try {
      return await held;
    } catch (cause) {
      held = undefined;
      throw unavailable(cause);
    }
  };
  return {
    issuer,
    unknown,
    ask: async () => {
      const verifier = client.randomPKCECodeVerifier();
      const state = client.randomState();
      const nonce = client.randomNonce();
      const url = client.buildAuthorizationUrl(await configuration(), {
        ...{ redirect_uri: redirectUrl, scope: "openid profile", state, nonce },
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      });
      return { url, state, nonce, verifier };
    },
    hear: async (url, asked) => {
      const known = await configuration();
      const came = new URL(redirectUrl);
      came.search = url.search;
      try {
        return accept(await exchange(known, came, asked));
      } catch (cause) {
        return refusalOf(cause);
      }
    },
  };
}

function discover(settings: OidcSettings): Promise<client.Configuration> {
  const issuer = new URL(settings.issuer);
  const execute = isLoopback(issuer) ? [client.allowInsecureRequests] : [];
  const { clientId, clientSecret } = settings;
  const options = { execute, timeout: timeoutSeconds };
  return client.discovery(issuer, clientId, clientSecret, undefined, options);
}

/** Trades the code for the identity token; state, nonce, signature and times are checked there. */
async function exchange(
  known: client.Configuration,
  url: URL,
  { state, nonce, verifier }: Omit<Question, "url">,
): Promise<Testimony> {
  const tokens = await client.authorizationCodeGrant(known, url, {
    ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier },
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  const name = claims?.["name"];
  return {
    subject: claims?.sub ?? "",
    name: typeof name === "string" ? name : undefined,
    isStrong: isByManyFactors(claims?.["amr"]),
  };
}

/** What RFC 8176 has for it: a provider that says nothing is taken to have asked for one alone. */
const isByManyFactors = (means: unknown): boolean => Array.isArray(means) && means.includes("mfa");

/** What the provider said no to, what did not stand the check; a world that failed is thrown. */
function refusalOf(cause: unknown): Decision<never, AccountRefusal> {
  if (cause instanceof client.AuthorizationResponseError) {
    return refuse({ code: "oidc_refused", reason: cause.error.slice(0, 60) });
  }
  if (cause instanceof client.ResponseBodyError && cause.status < 500) {
    return refuse({ code: "oidc_answer_invalid" });
  }
  if (cause instanceof client.ClientError && !isOutage(cause)) {
    return refuse({ code: "oidc_answer_invalid" });
  }
  throw unavailable(cause);
}

/** openid-client tells broken answers and lost connections by one class with different codes. */
const outages: readonly string[] = [
  ...["OAUTH_TIMEOUT", "OAUTH_ABORT", "OAUTH_RESPONSE_IS_NOT_JSON"],
  ...["OAUTH_RESPONSE_IS_NOT_CONFORM", "OAUTH_PARSE_ERROR"],
];

const isOutage = ({ code }: client.ClientError): boolean => outages.includes(code ?? "");
