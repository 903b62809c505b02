import type { Socket } from "node:net";
import { randomUUID } from "node:crypto";
import type { Problem } from "./contract.ts";
import { shellProblem } from "./problems.ts";
import { bareHeaders } from "./security.ts";
import { titleOf } from "./titles.ts";

/** Bytes that are no HTTP never reach a route: the answer is written to the socket itself. */
export function answerBrokenHttp(cause: NodeJS.ErrnoException, socket: Socket): void {
  if (cause.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const tooLarge = cause.code === "HPE_HEADER_OVERFLOW";
  const draft = shellProblem({ code: tooLarge ? "headers_too_large" : "request_malformed" });
  const body: Problem = {
    type: `/problems/${draft.code}`,
    title: titleOf(draft.status).zh,
    status: draft.status,
    code: draft.code,
    detail: draft.message.zh,
    message: draft.message,
    instance: "/",
    requestId: randomUUID(),
  };
  const text = JSON.stringify(body);
  const headers = Object.entries(bareHeaders).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(
    `HTTP/1.1 ${draft.status} ${titleOf(draft.status).en}\r\n` +
      `content-type: application/problem+json; charset=utf-8\r\n` +
      headers.join("") +
      `content-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`,
  );
}
