import { bilingual, type Bilingual } from "../base/message.ts";

const titles: Readonly<Record<number, Bilingual>> = {
  400: bilingual("请求有误", "Bad request"),
  401: bilingual("需要登录", "Sign in first"),
  403: bilingual("没有权限", "Not allowed"),
  404: bilingual("没有找到", "Not found"),
  406: bilingual("无法按要求的格式答复", "Not acceptable"),
  409: bilingual("与现状冲突", "Conflict"),
  410: bilingual("已不存在", "Gone"),
  412: bilingual("内容已被他人改动", "Changed by someone else"),
  413: bilingual("内容过大", "Too large"),
  415: bilingual("不支持的内容类型", "Unsupported content type"),
  417: bilingual("不支持的期望", "Unsupported expectation"),
  422: bilingual("内容不成立", "Refused"),
  428: bilingual("没有说明依据的版本", "Version required"),
  429: bilingual("请求过于频繁", "Too many requests"),
  431: bilingual("请求头过大", "Headers too large"),
  500: bilingual("程序出错", "Internal error"),
  503: bilingual("暂时不能提供服务", "Temporarily unavailable"),
};

/** The short title of a status. */
export function titleOf(status: number): Bilingual {
  const kind = status >= 500 ? 500 : 400;
  return titles[status] ?? titles[kind] ?? bilingual(`HTTP ${status}`, `HTTP ${status}`);
}
