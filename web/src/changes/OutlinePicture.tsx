import { frameOf, pathOf } from "./outline-path.ts";

type Props = { label: string; now: unknown; before?: unknown };

const px = 120;
const margin = 8;

/** An outline as it is, over the dashed one that it was. */
export function OutlinePicture({ label, now, before }: Props) {
  const frame = frameOf(before === undefined ? [now] : [now, before], px);
  if (!frame) return null;
  const size = px + 2 * margin;
  return (
    <svg
      className="outline"
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`${-margin} ${-margin} ${size} ${size}`}
    >
      <path className="now" d={pathOf(now, frame)} />
      {before !== undefined && <path className="was" d={pathOf(before, frame)} />}
    </svg>
  );
}
