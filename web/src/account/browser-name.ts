/** Later ones call themselves by the earlier ones' names, too: the first that fits is it. */
const browsers: readonly [RegExp, string][] = [
  [/MicroMessenger/, "微信 WeChat"],
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/HuaweiBrowser\//, "Huawei Browser"],
  [/QQBrowser\//, "QQ Browser"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrom(e|ium)\/|CriOS\/|HeadlessChrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const systems: readonly [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, "HarmonyOS"],
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/Linux/, "Linux"],
];

const firstOf = (names: readonly [RegExp, string][], text: string): string | undefined =>
  names.find(([form]) => form.test(text))?.[1];

/**
 * A browser in words that its owner knows it by; as much of what it says of itself as fits a line
 * where it is none of the usual ones; undefined where it says nothing.
 */
export function browserName(stated: string): string | undefined {
  const parts = [firstOf(browsers, stated), firstOf(systems, stated)].filter(Boolean);
  return parts.length > 0 ? parts.join(" · ") : stated.slice(0, 40) || undefined;
}
