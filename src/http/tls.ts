import type { TlsOptions } from "node:tls";

/** The certificate that the server shows, with those that vouch for it, and its key: PEM texts. */
export type ServerCertificate = { readonly cert: string; readonly key: string };

/**
 * TLS 1.3, and 1.2 for older readers: only suites that encrypt and seal in one and whose keys are
 * forgotten after the connection, the strongest first.
 */
const suites = [
  ...["TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_GCM_SHA256"],
  ...["ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-RSA-AES256-GCM-SHA384"],
  ...["ECDHE-ECDSA-CHACHA20-POLY1305", "ECDHE-RSA-CHACHA20-POLY1305"],
  ...["ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-RSA-AES128-GCM-SHA256"],
];

/** How the server speaks TLS. */
export const tlsOptions = ({ cert, key }: ServerCertificate): TlsOptions => ({
  ...{ cert, key, minVersion: "TLSv1.2", honorCipherOrder: true },
  ciphers: suites.join(":"),
});
