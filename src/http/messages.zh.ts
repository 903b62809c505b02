/** What the shell itself may answer, before any room is asked. */
export type ShellRefusal =
  | { code: "route_unknown"; method: string; path: string }
  | { code: "request_invalid"; count: number }
  | { code: "json_invalid"; reason: string }
  | { code: "json_too_deep"; limit: number }
  | { code: "body_empty" }
  | { code: "body_too_large"; limitMb: number }
  | { code: "content_type_unsupported"; given: string }
  | { code: "request_malformed" }
  | { code: "headers_too_large" }
  | { code: "expectation_unsupported" }
  | { code: "rate_limited"; seconds: number }
  | { code: "idempotency_key_invalid" }
  | { code: "idempotency_key_reused" }
  | { code: "request_timeout" }
  | { code: "metrics_private" }
  | { code: "streams_taken"; limit: number }
  | { code: "service_unavailable" }
  | { code: "internal_error"; requestId: string };

export type ShellMessages = {
  readonly [Code in ShellRefusal["code"]]: (
    refusal: Extract<ShellRefusal, { code: Code }>,
  ) => string;
};

/** What is wrong at one place of a request. */
export type ViolationMessages = {
  readonly required: (names: string) => string;
  readonly unknown: (names: string) => string;
  readonly type: (expected: string) => string;
  readonly allowed: (values: string) => string;
  readonly range: (comparison: string, limit: string) => string;
  readonly length: (comparison: string, limit: string) => string;
  readonly items: (comparison: string, limit: string) => string;
  readonly pattern: (pattern: string) => string;
  readonly format: (format: string) => string;
  readonly alternative: () => string;
  readonly storable: () => string;
  readonly other: (said: string) => string;
};

export const zh: ShellMessages = {
  route_unknown: ({ method, path }) => `没有 ${method} ${path} 这个地址。全部接口见 /api。`,
  request_invalid: ({ count }) => `请求有 ${count} 处不符合约定，逐处说明见 errors。`,
  json_invalid: ({ reason }) => `请求体不是正确的 JSON：${reason}`,
  json_too_deep: ({ limit }) => `请求体的嵌套超过 ${limit} 层，没有读取。`,
  body_empty: () => "请求体是空的，而内容类型说它是 JSON。",
  body_too_large: ({ limitMb }) =>
    `请求体超过 ${limitMb} MB 的上限，没有读取，也没有写入任何内容。`,
  content_type_unsupported: ({ given }) => `不支持的内容类型 ${given}，要用 application/json。`,
  request_malformed: () => "请求不符合 HTTP 的写法，无法读取。",
  headers_too_large: () => "请求头过大，无法读取。",
  expectation_unsupported: () => "请求头 Expect 只能是 100-continue。请求没有处理。",
  rate_limited: ({ seconds }) => `请求过于频繁，${seconds} 秒后再试。`,
  idempotency_key_invalid: () => "Idempotency-Key 须为 1 至 200 个可见的 ASCII 字符。",
  idempotency_key_reused: () => "这个 Idempotency-Key 已用于另一个内容不同的请求，换一个。",
  request_timeout: () => "没有在规定时间内处理完，稍后再试。",
  streams_taken: ({ limit }) =>
    `同时打开的事件流已达上限（${limit} 个）。关闭不用的页面，或稍后再试。`,
  metrics_private: () => "指标只给本机，或给出示令牌（ZHIBU_METRICS_TOKEN）的监测程序。",
  service_unavailable: () => "服务暂时不可用，没有写入任何内容，稍后再试。",
  internal_error: ({ requestId }) =>
    `程序出错，已记录。没有写入任何内容。把编号 ${requestId} 告诉管理员。`,
};

export const violationsZh: ViolationMessages = {
  required: (names) => `缺少 ${names}`,
  unknown: (names) => `不认识 ${names}`,
  type: (expected) => `类型应为 ${expected}`,
  allowed: (values) => `应为以下之一：${values}`,
  range: (comparison, limit) => `数值应 ${comparison} ${limit}`,
  length: (comparison, limit) => `长度应 ${comparison} ${limit} 个字符`,
  items: (comparison, limit) => `个数应 ${comparison} ${limit}`,
  pattern: (pattern) => `不符合写法 ${pattern}`,
  format: (format) => `不是正确的 ${format}`,
  storable: () => "含有无法保存的字符（U+0000 或不成对的代理项）",
  alternative: () => "不符合任何一种允许的形式",
  other: (said) => `不符合约定（${said}）`,
};
