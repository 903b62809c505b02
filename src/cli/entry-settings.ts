import type { ServerCertificate } from "../http/tls.ts";
import type { FactorPolicy } from "../people/index.ts";
import { factorOf } from "./factor-settings.ts";
import { plainFile, secretOf } from "./secret.ts";

/** How people reach the server and sign in; secrets come from the environment alone. */
export type EntrySettings = {
  /** The address that people type, where a proxy stands in front. */
  readonly publicUrl: string | undefined;
  /** Whether a proxy that is trusted states the caller's address. */
  readonly trustProxy: boolean;
  readonly offersDemonstration: boolean;
  /** The server's own certificate, where it speaks TLS itself. */
  readonly tls: ServerCertificate | undefined;
  /** Whether plain HTTP may leave this machine: something else keeps the line then. */
  readonly allowsPlain: boolean;
  readonly oidc: OidcEntry | undefined;
  readonly factor: FactorPolicy;
};

export type OidcEntry = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly unknown: "refuse" | "create";
};

type Environment = Readonly<Record<string, string | undefined>>;

const filled = (text: string | undefined): string | undefined => (text === "" ? undefined : text);

/** @throws RangeError when ZHIBU_PUBLIC_URL is no address of a server. */
function publicUrlOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const said = `ZHIBU_PUBLIC_URL 不是网址 · is no address: ${text}`;
  if (!URL.canParse(text)) throw new RangeError(said);
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.pathname !== "/") throw new RangeError(said);
  return url.origin;
}

/** @throws RangeError when an identity provider is named in part only. */
function oidcOf(environment: Environment): OidcEntry | undefined {
  const issuer = filled(environment["ZHIBU_OIDC_ISSUER"]);
  const clientId = filled(environment["ZHIBU_OIDC_CLIENT_ID"]);
  const clientSecret = secretOf(environment, "ZHIBU_OIDC_CLIENT_SECRET");
  if (!issuer && !clientId && !clientSecret) return undefined;
  if (!issuer || !clientId || !clientSecret || !URL.canParse(issuer)) {
    const names = "ZHIBU_OIDC_ISSUER, ZHIBU_OIDC_CLIENT_ID, ZHIBU_OIDC_CLIENT_SECRET";
    throw new RangeError(`统一身份认证要三项齐全 · OIDC needs all three: ${names}`);
  }
  const unknown = environment["ZHIBU_OIDC_UNKNOWN"] === "create" ? "create" : "refuse";
  return { issuer, clientId, clientSecret, unknown };
}

/** @throws RangeError when a certificate comes without its key, or a file cannot be read. */
function tlsOf(environment: Environment): ServerCertificate | undefined {
  const certificate = filled(environment["ZHIBU_TLS_CERT_FILE"]);
  const key = secretOf(environment, "ZHIBU_TLS_KEY");
  if (certificate === undefined && key === undefined) return undefined;
  if (certificate !== undefined && key !== undefined) {
    return { cert: plainFile("ZHIBU_TLS_CERT_FILE", certificate), key };
  }
  const names = "ZHIBU_TLS_CERT_FILE, ZHIBU_TLS_KEY_FILE";
  throw new RangeError(
    `证书和密钥要一起给 · a certificate needs its key, and the other way: ${names}`,
  );
}

/** Reads these settings from the environment. */
export const entryOf = (environment: Environment): EntrySettings => ({
  publicUrl: publicUrlOf(filled(environment["ZHIBU_PUBLIC_URL"])),
  trustProxy: environment["ZHIBU_TRUST_PROXY"] === "on",
  offersDemonstration: environment["ZHIBU_DEMO"] !== "off",
  tls: tlsOf(environment),
  allowsPlain: environment["ZHIBU_PLAIN_HTTP"] === "on",
  oidc: oidcOf(environment),
  factor: factorOf(environment),
});
