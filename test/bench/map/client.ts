import { Agent, request } from "node:http";

export type Answered = { readonly status: number; readonly body: Buffer; readonly ms: number };

/** Asks a server on this machine over connections that are kept. */
export function openClient(base: string, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const ask = (path: string, headers: Record<string, string> = {}): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const start = performance.now();
      const sent = request(`${base}${path}`, { agent, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("error", reject);
        answer.on("end", () => {
          const ms = performance.now() - start;
          resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts), ms });
        });
      });
      sent.on("error", reject);
      sent.end();
    });
  return {
    /** Only what was answered well is measured. */
    get: async (path: string, headers?: Record<string, string>): Promise<Answered> => {
      const answered = await ask(path, headers);
      if (answered.status !== 200)
        throw new Error(
          `${path} answered ${answered.status}: ${answered.body.toString().slice(0, 300)}`,
        );
      return answered;
    },
    close: () => agent.destroy(),
  };
}

export type Client = ReturnType<typeof openClient>;

/** The figure below which so large a share of them lies. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
