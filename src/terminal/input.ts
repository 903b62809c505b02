import { open } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { accept, refuse, type Decision } from "../base/decision.ts";
import { bilingual, type Bilingual } from "../base/message.ts";
import { misuse, type Outcome } from "./command.ts";

const usualBytes = 64 * 1024 * 1024;

export type InputRefusal =
  | { code: "file_missing"; path: string }
  | { code: "file_is_folder"; path: string }
  | { code: "file_unreadable"; path: string }
  | { code: "file_too_large"; path: string; bytes: number; limitBytes: number }
  | { code: "file_not_utf8"; path: string };

const codes: Readonly<Record<string, "file_missing" | "file_is_folder" | "file_unreadable">> = {
  ENOENT: "file_missing",
  ENOTDIR: "file_missing",
  EISDIR: "file_is_folder",
  EACCES: "file_unreadable",
  EPERM: "file_unreadable",
};

/** Reads a file that the caller named, as it is: of a bounded size. */
export async function readBytes(
  folder: string,
  path: string,
  limitBytes = usualBytes,
): Promise<Decision<Uint8Array, InputRefusal>> {
  const full = isAbsolute(path) ? path : join(folder, path);
  try {
    await using file = await open(full, "r");
    const { size } = await file.stat();
    if (size > limitBytes) return refuse({ code: "file_too_large", path, bytes: size, limitBytes });
    return accept(await file.readFile());
  } catch (error) {
    const code = codes[(error as NodeJS.ErrnoException).code ?? ""];
    if (!code) throw error;
    return refuse({ code, path });
  }
}

/** Reads a file that the caller named: UTF-8 text of a bounded size. */
export async function readInput(
  folder: string,
  path: string,
): Promise<Decision<string, InputRefusal>> {
  const bytes = await readBytes(folder, path);
  if (!bytes.ok) return bytes;
  try {
    return accept(new TextDecoder("utf-8", { fatal: true }).decode(bytes.value));
  } catch (error) {
    if (error instanceof TypeError) return refuse({ code: "file_not_utf8", path });
    throw error;
  }
}

function sentence(refusal: InputRefusal): Bilingual {
  const { path } = refusal;
  switch (refusal.code) {
    case "file_missing":
      return bilingual(`找不到文件 ${path}`, `there is no file ${path}`);
    case "file_is_folder":
      return bilingual(`${path} 是文件夹，要给出文件`, `${path} is a folder: name a file`);
    case "file_unreadable":
      return bilingual(`没有读取 ${path} 的权限`, `${path} may not be read`);
    case "file_too_large":
      return bilingual(
        `${path} 有 ${refusal.bytes} 字节，上限 ${refusal.limitBytes} 字节`,
        `${path} has ${refusal.bytes} bytes; the limit is ${refusal.limitBytes}`,
      );
    case "file_not_utf8":
      return bilingual(`${path} 不是 UTF-8 文本`, `${path} is not UTF-8 text`);
  }
}

/** How the command line tells that an input could not be read. */
export const inputMisuse = (refusal: InputRefusal): Outcome =>
  misuse(refusal.code, sentence(refusal));
