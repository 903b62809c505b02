const step = 40;
const threads = "M10 0v6M10 14v26M30 0v26M30 34v6M0 10h26M34 10h6M0 30h6M14 30h26";

/** Warp and weft over a whole panel, with a patch woven in: the mark, at the size of a wall. */
export function Weave() {
  return (
    <figure className="weave" aria-hidden="true">
      <svg width="100%" height="100%">
        <defs>
          <pattern id="cloth" width={step} height={step} patternUnits="userSpaceOnUse">
            <path d={threads} />
          </pattern>
          <pattern id="mended" width={step} height={step} patternUnits="userSpaceOnUse">
            <path className="new" d={threads} />
          </pattern>
        </defs>
        <rect width="100%" height="100%" fill="url(#cloth)" />
        <svg x="50%" y="42%" overflow="visible">
          <g className="patch" transform={`translate(${-step * 3} ${-step * 3})`}>
            <rect width={step * 6} height={step * 6} />
            <rect width={step * 6} height={step * 6} fill="url(#mended)" />
          </g>
        </svg>
      </svg>
    </figure>
  );
}
