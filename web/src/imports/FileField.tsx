import { useId, useState, type DragEvent } from "react";
import { useTranslation } from "react-i18next";
import { maxFileBytes, maxFileVertices } from "../../../src/land/contract.ts";
import { figure } from "../marks/format.ts";

const megabytes = (bytes: number): string => figure(bytes / 2 ** 20, { max: 1 });

/** The size of a chosen file: a small one is no 0 MB. */
const sizeText = (bytes: number): string =>
  bytes < 2 ** 20 ? `${figure(Math.ceil(bytes / 1024))} kB` : `${megabytes(bytes)} MB`;

/** Why a file need not be sent at all. */
export function faultOf({ size }: File): "tooLarge" | "noBytes" | undefined {
  if (size === 0) return "noBytes";
  return size > maxFileBytes ? "tooLarge" : undefined;
}

function Chosen({ file }: { file: File }) {
  const { t } = useTranslation("imports");
  const fault = faultOf(file);
  const most = megabytes(maxFileBytes);
  return (
    <>
      <p>
        <b>{file.name}</b> <span className="n faint">{sizeText(file.size)}</span>
      </p>
      {fault && (
        <p className="small c-stop" role="alert">
          {t(fault, { mb: megabytes(file.size), most })}
        </p>
      )}
    </>
  );
}

type Props = { file: File | undefined; change: (file: File) => void; isBusy: boolean };

/** What makes a place take a file that is dropped on it. */
function useDrop(take: (files: FileList | null) => void) {
  const [isOver, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return { isOver, drops: { onDrop, onDragOver, onDragLeave: () => setOver(false) } };
}

const forms = ".geojson,.json,.geojsonl,.ndjson,.gpkg,.zip,.csv,.tsv,.txt,.xlsx,.xls";

/** A file by dropping it, or by the browser's own list: the same for mouse, keys and readers. */
export function FileField({ file, change, isBusy }: Props) {
  const { t } = useTranslation("imports");
  const id = useId();
  const take = (files: FileList | null) => {
    const [first] = files ?? [];
    if (first && !isBusy) change(first);
  };
  const { isOver, drops } = useDrop(take);
  const limits = { mb: megabytes(maxFileBytes), vertices: maxFileVertices / 10_000 };
  return (
    <div className={isOver ? "drop over" : "drop"} {...drops}>
      {file ? <Chosen file={file} /> : <p className="muted">{t("drop")}</p>}
      <label htmlFor={id} className={isBusy ? "btn off" : "btn"}>
        {file ? t("chooseAnother") : t("choose")}
      </label>
      <input
        {...{ id, type: "file", className: "sr", disabled: isBusy, accept: forms }}
        onChange={({ target }) => take(target.files)}
      />
      <p className="small faint">{t("limits", limits)}</p>
    </div>
  );
}
