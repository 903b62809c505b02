import { bilingual } from "../base/message.ts";
import { refusal, type Outcome } from "../terminal/index.ts";
import type { Settings } from "./settings.ts";

const loopback = /^(127\.[\d.]+|::1|localhost)$/;

/**
 * Refuses to speak plain HTTP where other machines can hear it; undefined where it is kept by TLS,
 * does not leave this machine, or the operator says that something else keeps it.
 */
export function refuseOpenLine({ host, entry }: Settings): Outcome | undefined {
  if (entry.tls || entry.allowsPlain || loopback.test(host)) return undefined;
  return refusal(
    "listening_unprotected",
    bilingual(
      `在 ${host} 上，别的机器可以看到未加密的内容，没有启动。请设 ZHIBU_TLS_CERT_FILE 和 ZHIBU_TLS_KEY_FILE；` +
        "或只在本机监听，由前面的代理负责加密；连接由别的办法保护的，设 ZHIBU_PLAIN_HTTP=on。",
      `On ${host} other machines could read what is not encrypted, so nothing was started. Set ` +
        "ZHIBU_TLS_CERT_FILE and ZHIBU_TLS_KEY_FILE, or listen on this machine alone behind a " +
        "proxy with TLS; where something else keeps the line, set ZHIBU_PLAIN_HTTP=on.",
    ),
  );
}
