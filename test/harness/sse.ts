import { request, type IncomingMessage } from "node:http";

/** An event as a browser would be given it. */
export type Heard = { readonly id: string; readonly event: string; readonly data: unknown };

export type Listening = {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly heard: Heard[];
  /** Everything that came, comments too. */
  readonly text: () => string;
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>;
  /** Reads no more until it goes on. */
  readonly pause: () => void;
  readonly resume: () => void;
  readonly leave: () => void;
};

/** Opens a stream of server-sent events over a real connection. */
export function listenTo(url: string, headers: Record<string, string> = {}): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers, agent: false }, (answer) => {
      let text = "";
      const heard: Heard[] = [];
      answer.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
        heard.splice(0, heard.length, ...eventsOf(text));
      });
      const ended = new Promise<void>((done) => answer.once("close", done));
      answer.on("error", (cause: NodeJS.ErrnoException) => {
        if (cause.code !== "ECONNRESET") throw cause;
      });
      resolve({
        status: answer.statusCode ?? 0,
        headers: answer.headers,
        heard,
        text: () => text,
        ended,
        pause: () => void answer.pause(),
        resume: () => void answer.resume(),
        leave: () => void asked.destroy(),
      });
    });
    asked.once("error", reject);
    asked.end();
  });
}

/** The events in a text: whole blocks with an id, an event and data. */
function eventsOf(text: string): Heard[] {
  const blocks = text.split("\n\n").slice(0, -1);
  return blocks.flatMap((block) => {
    const { id, event, data } =
      /^id: (?<id>\d+)\nevent: (?<event>\S+)\ndata: (?<data>.*)$/.exec(block)?.groups ?? {};
    return id && event && data ? [{ id, event, data: JSON.parse(data) as unknown }] : [];
  });
}
