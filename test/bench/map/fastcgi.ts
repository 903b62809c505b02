import { connect, type Socket } from "node:net";

/** Numbers of the FastCGI protocol, version 1. */
const kind = { begin: 1, end: 3, params: 4, stdin: 5, stdout: 6 } as const;
const responder = 1;
const keepConnection = 1;
const headBytes = 8;

export type FastCgi = {
  /** Asks once; questions of one connection come one after the other. */
  ask(query: string): Promise<Buffer>;
  close(): void;
};

function record(type: number, content: Buffer): Buffer {
  const head = Buffer.alloc(headBytes);
  head.writeUInt8(1, 0);
  head.writeUInt8(type, 1);
  head.writeUInt16BE(1, 2);
  head.writeUInt16BE(content.length, 4);
  return Buffer.concat([head, content]);
}

const lengthOf = (text: string): Buffer => {
  const length = Buffer.byteLength(text);
  if (length < 128) return Buffer.from([length]);
  const long = Buffer.alloc(4);
  long.writeUInt32BE(length + 2 ** 31);
  return long;
};

const pair = (name: string, value: string): Buffer =>
  Buffer.concat([lengthOf(name), lengthOf(value), Buffer.from(name), Buffer.from(value)]);

function question(query: string): Buffer {
  const begin = Buffer.from([0, responder, keepConnection, 0, 0, 0, 0, 0]);
  const params = Buffer.concat([pair("REQUEST_METHOD", "GET"), pair("QUERY_STRING", query)]);
  const none = Buffer.alloc(0);
  return Buffer.concat([
    record(kind.begin, begin),
    record(kind.params, params),
    record(kind.params, none),
    record(kind.stdin, none),
  ]);
}

/** Takes whole records from what has come; the rest waits for more. */
function takeRecords(held: Buffer): { out: Buffer[]; isOver: boolean; rest: Buffer } {
  const out: Buffer[] = [];
  let [at, isOver] = [0, false];
  while (held.length - at >= headBytes) {
    const length = held.readUInt16BE(at + 4);
    const next = at + headBytes + length + held.readUInt8(at + 6);
    if (next > held.length) break;
    const type = held.readUInt8(at + 1);
    if (type === kind.stdout) out.push(held.subarray(at + headBytes, at + headBytes + length));
    if (type === kind.end) isOver = true;
    at = next;
  }
  return { out, isOver, rest: held.subarray(at) };
}

const answerOn = (socket: Socket): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const said: Buffer[] = [];
    let held: Buffer = Buffer.alloc(0);
    const hear = (bytes: Buffer): void => {
      const { out, isOver, rest } = takeRecords(Buffer.concat([held, bytes]));
      held = rest;
      said.push(...out);
      if (!isOver) return;
      for (const event of ["error", "close"]) socket.removeAllListeners(event);
      socket.off("data", hear);
      resolve(Buffer.concat(said));
    };
    socket.on("data", hear);
    socket.once("error", reject);
    socket.once("close", () => reject(new Error("the program ended the connection")));
  });

/** One connection to a FastCGI program that listens on a socket. */
export function openFastCgi(path: string): FastCgi {
  const socket = connect(path);
  return {
    ask: (query) => {
      const answer = answerOn(socket);
      socket.write(question(query));
      return answer;
    },
    close: () => void socket.destroy(),
  };
}
