import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CardLine } from "../../../src/policy/contract.ts";
import { useCards } from "../api/cards.ts";
import { PageFrame } from "../app/PageFrame.tsx";
import { useSay } from "../app/useSay.ts";
import { SelectField } from "../forms/SelectField.tsx";
import { PolicyTabs } from "../policies/PolicyTabs.tsx";
import { Empty } from "../states/Empty.tsx";
import { Fetched } from "../states/Fetched.tsx";
import { FilterField } from "../tables/FilterField.tsx";
import { CardItem } from "./CardItem.tsx";
import { foundBy, noChoice, readCardSearch, type CardChoice } from "./filter.ts";
import "../styles/pages.css";
import "../styles/forms.css";
import "../styles/policies.css";

/** What is chosen stands in the address. */
function useChoice() {
  const search = useSearch({ from: "/policies/cards" });
  const navigate = useNavigate();
  const change = (next: CardChoice) =>
    void navigate({
      ...{ to: "/policies/cards", search: readCardSearch(next) },
      ...{ replace: true, resetScroll: false },
    });
  return { choice: { ...noChoice, ...search }, change };
}

/** What other places do, by mechanism. */
export function CardsPage() {
  const { t } = useTranslation("cards");
  const cards = useCards();
  return (
    <PageFrame title={t("title")} above={<PolicyTabs />} lede={t("lede")}>
      <Fetched from={cards}>{({ cards: lines }) => <Cards cards={lines} />}</Fetched>
    </PageFrame>
  );
}

type Mechanism = CardLine["mechanism"];

const mechanismsOf = (cards: readonly CardLine[]): Mechanism[] => [
  ...new Map(cards.map(({ mechanism }) => [mechanism.id, mechanism])).values(),
];

function Cards({ cards }: { cards: readonly CardLine[] }) {
  const { t } = useTranslation(["cards", "policies"]);
  const { choice, change } = useChoice();
  const found = foundBy(cards, choice);
  const clear = () => change({ ...noChoice, evaluation: choice.evaluation });
  if (cards.length === 0) return <Empty title={t("noneYet")}>{t("noneYetText")}</Empty>;
  return (
    <>
      <Filters cards={cards} choice={choice} change={change} />
      <p className="found small" role="status">
        {t("found", { count: found.length })}
        {found.length < cards.length && (
          <button type="button" className="btn plain" onClick={clear}>
            {t("policies:clearFind")}
          </button>
        )}
      </p>
      {found.length === 0 && <Empty title={t("noMatch")}>{t("policies:noMatchText")}</Empty>}
      {mechanismsOf(found).map((mechanism) => (
        <MechanismPart
          key={mechanism.id}
          mechanism={mechanism}
          cards={found.filter((card) => card.mechanism.id === mechanism.id)}
          evaluation={choice.evaluation}
        />
      ))}
    </>
  );
}

type PartProps = { mechanism: Mechanism; cards: readonly CardLine[]; evaluation: string };

function MechanismPart({ mechanism, cards, evaluation }: PartProps) {
  const say = useSay();
  return (
    <section>
      <div className="part">
        <h2>{say(mechanism.title)}</h2>
        <span className="small n">{cards.length}</span>
      </div>
      <ul className="cards">
        {cards.map((card) => (
          <CardItem key={card.id} card={card} evaluation={evaluation} />
        ))}
      </ul>
    </section>
  );
}

type FilterProps = {
  cards: readonly CardLine[];
  choice: CardChoice;
  change: (choice: CardChoice) => void;
};

function Filters({ cards, choice, change }: FilterProps) {
  const { t } = useTranslation(["cards", "policies"]);
  const say = useSay();
  const mechanisms = mechanismsOf(cards).map(({ id, title }) => ({ value: id, label: say(title) }));
  return (
    <form className="sieve law-sieve" role="search" aria-label={t("filters")}>
      <FilterField
        label={t("find")}
        words={choice.words}
        change={(words) => change({ ...choice, words })}
      />
      <SelectField
        label={t("policies:facets.mechanism")}
        value={choice.mechanism}
        choices={[{ value: "", label: t("policies:anyOf") }, ...mechanisms]}
        change={(mechanism) => change({ ...choice, mechanism })}
      />
    </form>
  );
}
