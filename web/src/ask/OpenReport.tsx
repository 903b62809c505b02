import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { AnswersBody } from "../../../src/policy/contract.ts";
import { saveEvaluation } from "../api/policy.ts";
import { ProblemNotice } from "../states/ProblemNotice.tsx";

/** Stores what was asked and answered, and opens it as a report with an address of its own. */
export function OpenReport({ body }: { body: AnswersBody }) {
  const { t } = useTranslation("ask");
  const navigate = useNavigate();
  const save = useMutation({
    mutationFn: saveEvaluation,
    onSuccess: ({ id }) => navigate({ to: "/reports/$id", params: { id } }),
  });
  return (
    <div className="go">
      {save.isError && <ProblemNotice error={save.error} />}
      <button
        type="button"
        className="btn"
        disabled={save.isPending}
        onClick={() => save.mutate(body)}
      >
        {save.isPending ? t("opening") : t("openReport")}
      </button>
      <span className="small faint">{t("partial")}</span>
    </div>
  );
}
