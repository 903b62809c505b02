import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { randomUUID } from "node:crypto";
import type { Locale } from "../base/message.ts";
import type { Problem } from "./contract.ts";
import { localeOf } from "./locale.ts";
import { shellProblem } from "./problems.ts";
import { bareHeaders } from "./security.ts";
import { titleOf } from "./titles.ts";

/** A problem as it is written where no route is reached: status, headers and text. */
type Bare = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
};

type BareRefusal = {
  readonly code: "headers_too_large" | "request_malformed" | "expectation_unsupported";
  readonly locale: Locale;
  readonly instance: string;
};

/** The connection ends with it: what else stands in the socket is not read as a request. */
function bareProblem({ code, locale, instance }: BareRefusal): Bare {
  const { status, message } = shellProblem({ code });
  const body: Problem = {
    type: `/problems/${code}`,
    title: titleOf(status)[locale],
    status,
    code,
    detail: message[locale],
    message,
    instance,
    requestId: randomUUID(),
  };
  const text = JSON.stringify(body);
  const headers = {
    ...bareHeaders,
    "content-type": "application/problem+json; charset=utf-8",
    "content-language": locale,
    "content-length": String(Buffer.byteLength(text)),
    "x-request-id": body.requestId,
    connection: "close",
  };
  return { status, headers, text };
}

/** Bytes that are no HTTP never reach a route: the answer is written to the socket itself. */
export function answerBrokenHttp(cause: NodeJS.ErrnoException, socket: Socket): void {
  if (cause.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const code = cause.code === "HPE_HEADER_OVERFLOW" ? "headers_too_large" : "request_malformed";
  const { status, headers, text } = bareProblem({ code, locale: "zh", instance: "/" });
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${titleOf(status).en}\r\n${lines.join("")}\r\n${text}`);
}

/** Node answers an expectation that it does not know with a bare status; ours says why. */
export function refuseExpectations(server: Pick<Server, "on">): void {
  server.on("checkExpectation", (request: IncomingMessage, response: ServerResponse) => {
    const { status, headers, text } = bareProblem({
      code: "expectation_unsupported",
      locale: localeOf(request.headers["accept-language"]),
      instance: request.url?.split("?", 1)[0] ?? "/",
    });
    response.writeHead(status, headers).end(text);
  });
}
