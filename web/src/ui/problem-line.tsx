/** Why a write was refused, in one line beside the button. */
import { useTranslation } from "react-i18next";
import { codeOf, type Problem } from "@/api/problem";

/** The words for a problem, whoever made it. */
export function useProblemWords(): (problem: Problem) => string {
  const { t } = useTranslation();
  return (problem) => {
    if (problem.code === "offline") return t("state.offline");
    if (problem.status === 429 && problem.retryAfter) return t("state.too_often", { seconds: problem.retryAfter });
    return problem.message || t("state.failed");
  };
}

export function ProblemLine({ problem }: { problem: Problem | null | undefined }) {
  const words = useProblemWords();
  if (!problem) return null;
  return (
    <p role="alert" style={{ color: "#9b1c1c" }}>
      {words(problem)} <small className="muted">{codeOf(problem)}</small>
    </p>
  );
}
