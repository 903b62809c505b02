/** The way down to this place: ring, district, block. */
export function Crumb({ parts }: { parts: readonly string[] }) {
  return (
    <p className="crumb">
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </p>
  );
}
