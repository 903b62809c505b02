import { format } from "oxfmt";

/** A text in the form that the check of the format keeps; its kind follows from the file's name. */
export async function formatted(file: string, text: string): Promise<string> {
  const { code, errors } = await format(file, text, { printWidth: 100 });
  if (errors.length === 0) return code;
  throw new Error(`${file}: ${errors.map(({ message }) => message).join("; ")}`);
}
