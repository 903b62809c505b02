import type { ShellMessages, ViolationMessages } from "./messages.zh.ts";

export const en: ShellMessages = {
  route_unknown: ({ method, path }) =>
    `There is no ${method} ${path}. All addresses are listed at /api.`,
  request_invalid: ({ count }) =>
    `The request breaks the contract in ${count} place(s); errors names each.`,
  json_invalid: ({ reason }) => `The body is not correct JSON: ${reason}`,
  json_too_deep: ({ limit }) => `The body nests deeper than ${limit} levels. It was not read.`,
  body_empty: () => "The body is empty although its content type says JSON.",
  body_too_large: ({ limitMb }) =>
    `The body is larger than ${limitMb} MB. It was not read and nothing was written.`,
  content_type_unsupported: ({ given }) =>
    `The content type ${given} is not supported: use application/json.`,
  request_malformed: () => "The request is not well-formed HTTP and cannot be read.",
  headers_too_large: () => "The request headers are too large to be read.",
  expectation_unsupported: () =>
    "The header Expect may only be 100-continue. The request was not acted upon.",
  rate_limited: ({ seconds }) => `Too many requests: please try again in ${seconds} s.`,
  idempotency_key_invalid: () => "An Idempotency-Key is 1 to 200 visible ASCII characters.",
  idempotency_key_reused: () =>
    "This Idempotency-Key was used for a request with other content: choose a new one.",
  request_timeout: () => "The request was not done in time. Please try again later.",
  streams_taken: ({ limit }) =>
    `${limit} event streams are open, and no more may be. ` +
    `Close pages that you do not use, or try again later.`,
  metrics_private: () =>
    "Metrics are for this machine, or for a watcher that shows the token (ZHIBU_METRICS_TOKEN).",
  service_unavailable: () =>
    "The service is not available for the moment. Nothing was written. Please try again later.",
  internal_error: ({ requestId }) =>
    `The program made an error, which is recorded. Nothing was written. ` +
    `Please give the administrator the number ${requestId}.`,
};

export const violationsEn: ViolationMessages = {
  required: (names) => `${names} is missing`,
  unknown: (names) => `${names} is not known here`,
  type: (expected) => `the type is ${expected}`,
  allowed: (values) => `it is one of: ${values}`,
  range: (comparison, limit) => `the value is ${comparison} ${limit}`,
  length: (comparison, limit) => `the length is ${comparison} ${limit} characters`,
  items: (comparison, limit) => `the number of items is ${comparison} ${limit}`,
  pattern: (pattern) => `it is not written as ${pattern}`,
  format: (format) => `it is not a correct ${format}`,
  storable: () => "it holds a character that no text can keep (U+0000 or half a surrogate pair)",
  alternative: () => "it has none of the allowed forms",
  other: (said) => `it breaks the contract (${said})`,
};
