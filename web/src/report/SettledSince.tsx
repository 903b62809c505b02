import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { EvaluationPage } from "../../../src/policy/contract.ts";
import { saveEvaluation } from "../api/policy.ts";
import { ProblemNotice } from "../states/ProblemNotice.tsx";

/**
 * A stored report stays as it was answered. Where a list came since, or the law changed, it says
 * what would now be decided, and asks the same again on a click.
 */
export function SettledSince({ page }: { page: EvaluationPage }) {
  const { t } = useTranslation("report");
  const navigate = useNavigate();
  const again = useMutation({
    mutationFn: saveEvaluation,
    onSuccess: ({ id }) => navigate({ to: "/reports/$id", params: { id } }),
  });
  const { settled } = page.replay;
  if (settled.length === 0) return null;
  return (
    <div className="notice" role="status">
      <p>{t("settledSince", { count: settled.length })}</p>
      {again.isError && <ProblemNotice error={again.error} />}
      <button
        type="button"
        className="btn"
        disabled={again.isPending}
        onClick={() => again.mutate(page.body)}
      >
        {t("answerAnew")}
      </button>
    </div>
  );
}
