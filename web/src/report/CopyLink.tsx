import { useState } from "react";
import { useTranslation } from "react-i18next";

type State = "copy" | "copied" | "copyFailed";

/** Copies the address that reopens this page. */
export function CopyLink() {
  const { t } = useTranslation("shell");
  const [state, setState] = useState<State>("copy");
  const copy = () => {
    navigator.clipboard.writeText(location.href).then(
      () => setState("copied"),
      () => setState("copyFailed"),
    );
  };
  return (
    <button type="button" className="btn" onClick={copy}>
      <span role="status">{t(state)}</span>
    </button>
  );
}
