/** The answer of a domain function: either a value, or a refusal that names its reason. */
export type Decision<Value, Refusal> = { ok: true; value: Value } | { ok: false; refusal: Refusal };

export const accept = <Value>(value: Value) => ({ ok: true, value }) as const;

export const refuse = <const Refusal>(refusal: Refusal) => ({ ok: false, refusal }) as const;
