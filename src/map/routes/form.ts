import type { FastifyReply, FastifyRequest } from "fastify";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { escapeHtml, page } from "../../http/page.ts";
import { htmlType, jsonType } from "../model/ogc.ts";

export type Form = "json" | "html";
type FormRefusal = { code: "form_unknown"; form: string };

/** How the answer is wanted: by `f`, else by what the caller accepts first. */
export function formOf(request: FastifyRequest): Decision<Form, FormRefusal> {
  const { f } = request.query as { f?: string };
  if (f === "json" || f === "html") return accept(f);
  if (f !== undefined) return refuse({ code: "form_unknown", form: f });
  return accept((request.headers.accept ?? "").includes(htmlType) ? "html" : "json");
}

const isAddress = (text: string): boolean => /^https?:\/\//.test(text);

const textOf = (value: unknown): string => {
  const text = typeof value === "string" ? value : String(JSON.stringify(value) ?? "");
  const safe = escapeHtml(text);
  return isAddress(text) ? `<a href="${safe}">${safe}</a>` : safe;
};

const rowOf = (name: string, value: unknown): string =>
  `<tr><td>${escapeHtml(name)}</td><td>${htmlOf(value)}</td></tr>`;

type LinkLike = { readonly href: string; readonly rel?: string; readonly type?: string };
const isLink = (value: object): value is LinkLike => "href" in value && "rel" in value;

function listOf(values: readonly unknown[]): string {
  const items = values.map((value) => `<li>${htmlOf(value)}</li>`);
  return `<ul>${items.join("")}</ul>`;
}

function htmlOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return textOf(value);
  if (Array.isArray(value)) {
    return value.every((each) => typeof each === "number") ? textOf(value) : listOf(value);
  }
  if (isLink(value)) return `${escapeHtml(String(value.rel))}: ${textOf(value.href)}`;
  const rows = Object.entries(value).map(([name, each]) => rowOf(name, each));
  return `<table>${rows.join("")}</table>`;
}

type Answered = {
  readonly title: string;
  readonly body: object;
  readonly type?: string;
};

/** The type as it is written: GDAL knows that of OpenAPI in no other spelling. */
function sendExactly(reply: FastifyReply, type: string, text: string): FastifyReply {
  if (!type.includes(";")) return reply.type(type).send(text);
  return reply.header("content-type", type).send(Buffer.from(text));
}

/** Answers with one thing in the form that is wanted. */
export function sendForm(
  reply: FastifyReply,
  form: Form,
  { title, body, type = jsonType }: Answered,
): FastifyReply {
  reply.header("vary", "accept");
  if (form === "json") return sendExactly(reply, type, JSON.stringify(body));
  const html = page(title, `<h1>${escapeHtml(title)}</h1>${htmlOf(body)}`);
  return reply.type(`${htmlType}; charset=utf-8`).send(html);
}
