import { useTranslation } from "react-i18next";
import { CheckField } from "../forms/CheckField.tsx";
import { TextField } from "../forms/TextField.tsx";
import { orderSwitches, originFields, type OrderDraft } from "./order.ts";

type Props = { draft: OrderDraft; change: (part: Partial<OrderDraft>) => void };

const lengths = { source: 500, dated: 40, accuracy: 200, validFrom: 10 } as const;

/** Why it is imported, and what is known of where it comes from. */
function OriginFields({ draft, change }: Props) {
  const { t } = useTranslation("imports");
  return (
    <div className="form">
      <TextField
        label={t("fields.reason")}
        hint={t("hints.reason")}
        value={draft.reason}
        maxLength={500}
        required
        change={(reason) => change({ reason })}
      />
      {originFields.map((name) => (
        <TextField
          key={name}
          label={t(`fields.${name}`)}
          hint={t(`hints.${name}`)}
          value={draft[name]}
          maxLength={lengths[name]}
          {...(name === "validFrom" && { type: "date" })}
          change={(words) => change({ [name]: words })}
        />
      ))}
    </div>
  );
}

/** Where the file comes from, why it is imported, and how far it goes. */
export function OriginPart(props: Props) {
  const { t } = useTranslation("imports");
  const { draft, change } = props;
  return (
    <section aria-labelledby="origin">
      <div className="part">
        <h2 id="origin">{t("origin")}</h2>
      </div>
      <div className="origin">
        <OriginFields {...props} />
        <div className="checks">
          {orderSwitches.map((name) => (
            <CheckField
              key={name}
              label={t(`switches.${name}`)}
              hint={t(`switchHints.${name}`)}
              isOn={draft[name] === "yes"}
              change={(isOn) => change({ [name]: isOn ? "yes" : "" })}
            />
          ))}
        </div>
      </div>
    </section>
  );
}
