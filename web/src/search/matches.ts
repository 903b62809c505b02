/** Whether every word typed stands in one of the texts, whatever the case. */
export function matches(words: string, texts: readonly string[]): boolean {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const all = texts.join("\n").toLowerCase();
  return wanted.every((word) => all.includes(word));
}
