/** Warp and weft, each passing under the other once. */
export function BrandMark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <g stroke="currentColor" strokeWidth="2.4" fill="none">
        <path d="M4 0v6M4 9v11M10 0v1.6M10 4.6v6.2M10 14v6M16 0v6M16 9v5M16 17v3" />
        <path d="M0 3.2h2.4M5.8 3.2h14.2M0 10h8.4M11.8 10h8.2" />
        <path d="M0 16.4h2.4M5.8 16.4h8.6M17.8 16.4h2.2" />
      </g>
    </svg>
  );
}
