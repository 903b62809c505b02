/** The widest line that is written where it can be broken. */
export const mostColumns = 100;

/** East Asian characters and pictures fill two columns. */
export const columnsOf = (text: string): number =>
  [...text].reduce(
    (sum, sign) => sum + (/[\u1100-\u115f\u2e80-\uffe6\u{1f000}-\u{3fffd}]/u.test(sign) ? 2 : 1),
    0,
  );
