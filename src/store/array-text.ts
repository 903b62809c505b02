type Reader = (element: string) => unknown;
type Cursor = { readonly text: string; at: number };

/** Reads PostgreSQL's array text, such as {1,NULL,"a \"b\""}; arrays nest. */
export function readArray(text: string, read: Reader): unknown[] {
  const start = text.indexOf("{");
  return readList({ text, at: start + 1 }, read);
}

/** Reads the elements up to the closing brace; the cursor stands just behind the opening one. */
function readList(cursor: Cursor, read: Reader): unknown[] {
  const list: unknown[] = [];
  while (cursor.at < cursor.text.length) {
    const sign = cursor.text[cursor.at];
    cursor.at += sign === "}" || sign === "," || sign === "{" || sign === '"' ? 1 : 0;
    if (sign === "}") return list;
    if (sign === ",") continue;
    if (sign === "{") list.push(readList(cursor, read));
    else if (sign === '"') list.push(read(readQuoted(cursor)));
    else list.push(readPlain(cursor, read));
  }
  throw new RangeError(`array text without its closing brace: ${cursor.text}`);
}

function readQuoted(cursor: Cursor): string {
  let element = "";
  for (; cursor.text[cursor.at] !== '"'; cursor.at += 1) {
    if (cursor.text[cursor.at] === "\\") cursor.at += 1;
    element += cursor.text[cursor.at] ?? "";
    if (cursor.at >= cursor.text.length) throw new RangeError("array text ends inside a string");
  }
  cursor.at += 1;
  return element;
}

function readPlain(cursor: Cursor, read: Reader): unknown {
  const start = cursor.at;
  while (cursor.at < cursor.text.length && !",}".includes(cursor.text[cursor.at] ?? "")) {
    cursor.at += 1;
  }
  const element = cursor.text.slice(start, cursor.at);
  return element === "NULL" ? null : read(element);
}
