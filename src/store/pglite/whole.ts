import type { Results } from "@electric-sql/pglite";

/**
 * The answer of one statement as it came. The engine may drop an error that its spatial functions
 * throw, and then answers with no tag at all, or with fewer rows counted than it sent.
 *
 * @throws where the statement did not come to its end; what it did until then is unknown.
 */
export function wholeAnswer<Row>(answer: Results<Row>): Results<Row> {
  if (answer.command === undefined) {
    throw new Error("the embedded engine ended a statement without an answer");
  }
  return wholeRows(answer);
}

/**
 * The rows that a statement of a script returned; a piece of it that only comments has no tag.
 *
 * @throws where there are more or fewer of them than the engine counted.
 */
export function wholeRows<Row>(answer: Results<Row>): Results<Row> {
  const { fields, rows, rowCount } = answer;
  if (fields.length === 0 || rowCount === undefined || rows.length === rowCount) return answer;
  throw new Error(`the embedded engine sent ${rows.length} rows and counted ${rowCount}`);
}
