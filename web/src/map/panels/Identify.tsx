import { useTranslation } from "react-i18next";
import type { Layer } from "../../api/land.ts";
import { useSettings } from "../../app/settings.ts";
import { SyntheticTag } from "../../app/SyntheticTag.tsx";
import { useSay } from "../../app/useSay.ts";
import type { Thing } from "../canvas/hit.ts";
import { useCodeWords } from "../useCodeWords.ts";
import { Swatch } from "./Swatch.tsx";
import { ThingActs, type Edit } from "./ThingActs.tsx";

type Props = {
  things: readonly Thing[];
  layers: readonly Layer[];
  look: (layer: string, id: string) => void;
  edit: Edit | undefined;
  close: () => void;
};

/** What lies where the reader clicked, layer by layer. */
export function Identify({ things, layers, look, edit, close }: Props) {
  const { t } = useTranslation("map");
  const { locale } = useSettings();
  const say = useSay();
  const wordOf = useCodeWords();
  const titleOf = (id: string): string => {
    const layer = layers.find((one) => one.id === id);
    return layer ? say(layer.title) : id;
  };
  return (
    <section className="identify floating sheet" aria-label={t("identify")}>
      <div className="lh">
        <h2>{t("identify")}</h2>
        <button type="button" className="fold" onClick={close}>
          {t("close")}
        </button>
      </div>
      <ul>
        {things.map((thing) => (
          <li key={`${thing.layer}:${thing.id}`}>
            <Swatch layer={thing.layer} />
            <div>
              <button type="button" className="fold" onClick={() => look(thing.layer, thing.id)}>
                {thing.names[locale]}
              </button>
              <p className="small faint">
                {titleOf(thing.layer)} · <span className="n">{thing.id}</span>
                {thing.kind && ` · ${wordOf("kind", thing.kind)}`}{" "}
                {thing.isSynthetic && <SyntheticTag />}
              </p>
              <ThingActs layer={thing.layer} id={thing.id} edit={edit} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
