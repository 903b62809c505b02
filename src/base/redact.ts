/** What stands in the place of a secret: that there was one may be seen, what it was may not. */
export const redacted = "[redacted]";

/**
 * Names whose values are secret or personal, wherever they stand. A name is read without case and
 * signs, so that `api_key`, `apiKey` and `API-Key` are one.
 */
const secretNames: readonly string[] = [
  ...["authorization", "cookie", "password", "passphrase", "secret", "token", "credential"],
  ...["apikey", "privatekey", "backupkey", "otp", "recoverycode", "csrf", "nonce", "session"],
  ...["codeverifier", "databaseurl", "replicaurl", "directurl"],
];

/** Exactly these: inside a longer name the word means something harmless. */
const secretWords: ReadonlySet<string> = new Set([
  ...["code", "key", "salt", "state", "detail", "body", "payload", "query", "querystring"],
  ...["email", "mail", "phone", "mobile", "telephone", "idnumber", "idcard", "birthday"],
  ...["realname", "fullname", "displayname", "login", "username", "contact", "address"],
]);

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Whether the value under this name is never written down. */
export function isSecretName(name: string): boolean {
  const word = plain(name);
  return secretWords.has(word) || secretNames.some((secret) => word.includes(secret));
}

/** Secrets that stand inside a text, known by their form; PostgreSQL quotes what it refuses. */
const forms: readonly (readonly [form: RegExp, instead: string])[] = [
  [/\b(bearer|basic)\s+[\w.~+/=-]{4,}/gi, `$1 ${redacted}`],
  [/(:\/\/[^\s:@/"\\]*):[^\s@/"\\]+@/g, `$1:${redacted}@`],
  [/(\/[^\s?"\\]*)\?[^\s"\\]+/g, `$1?${redacted}`],
  [/\$argon2[a-z]*\$[^\s"\\]+/g, redacted],
  [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, redacted],
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, redacted],
  [/(?<![\w.-])\d{17}[\dXx](?![\w.-])/g, redacted],
  [/(?<![\w.-])1[3-9]\d{9}(?![\w.-])/g, redacted],
  [/: "[^"]*"/g, `: "${redacted}"`],
];

/** The text without the secrets that are known by their form. */
export const redactText = (text: string): string =>
  forms.reduce((rest, [form, instead]) => rest.replace(form, instead), text);

const deepest = 6;

type Fields = Record<string, unknown>;

const isPlain = (value: object): value is Fields => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** A copy for the eyes of others: secret names and secret texts are gone, depth is bounded. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return redactText(value);
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth > deepest) return "[deeper]";
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  if (value instanceof Error) return redactError(value, depth + 1);
  if (!isPlain(value)) return `[${value.constructor.name}]`;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      isSecretName(name) ? redacted : redact(inner, depth + 1),
    ]),
  );
}

/** An error's own words and its causes; a driver's further fields may hold rows. */
function redactError(error: Error, depth: number): Fields {
  const { code, state, constraint, table } = error as unknown as Fields;
  const known = Object.entries({ state, constraint, table }).filter(([, said]) => said);
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message: redactText(error.message),
    ...(typeof code === "string" ? { fault: code } : {}),
    ...Object.fromEntries(known),
    stack: frames.join("\n"),
    ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth) }),
  };
}
