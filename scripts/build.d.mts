export function isFresh(name?: "server" | "web"): boolean;
export function build(): Promise<void>;
