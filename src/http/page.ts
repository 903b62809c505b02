import { createHash } from "node:crypto";

const style = `
body{font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;
max-width:60rem;margin:3rem auto;padding:0 1.5rem;color:#1f2328;background:#fbfaf7}
h1{font-size:1.6rem}h2{font-size:1.1rem;margin-top:2.2rem}a{color:#2f4b8f}
table{border-collapse:collapse;width:100%}td{padding:.35rem .6rem;border-top:1px solid #ddd8cc;
vertical-align:top}code{font-family:ui-monospace,monospace;font-size:.9em}
@media(prefers-color-scheme:dark){body{color:#e6e3dc;background:#17181b}a{color:#9db4f0}
td{border-color:#34363c}}`;

/** How a content security policy knows that style: no other may stand in a page. */
export const plainStyleHash = `'sha256-${createHash("sha256").update(style).digest("base64")}'`;

/** Text made safe to stand in HTML. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** One small page without scripts; `body` is HTML already. */
export function page(title: string, body: string): string {
  return (
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width,initial-scale=1">` +
    `<title>${escapeHtml(title)}</title><style>${style}</style></head>` +
    `<body><main>${body}</main></body></html>`
  );
}

/** Headings, lists and paragraphs of Markdown: as much as the pages of problems use. */
export function renderMarkdown(markdown: string): string {
  return markdown
    .trim()
    .split(/\n{2,}/)
    .map(renderBlock)
    .join("\n");
}

function renderBlock(block: string): string {
  const heading = /^(#{1,3}) (.+)$/.exec(block);
  if (heading) {
    const level = heading[1]?.length ?? 1;
    return `<h${level}>${inline(heading[2] ?? "")}</h${level}>`;
  }
  const lines = block.split("\n");
  if (lines.every((line) => /^[-*] /.test(line))) {
    return `<ul>${lines.map((line) => `<li>${inline(line.slice(2))}</li>`).join("")}</ul>`;
  }
  return `<p>${inline(lines.join(" "))}</p>`;
}

const inline = (text: string): string =>
  escapeHtml(text)
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>");
