/** A short word after something was done, or why it was not. */
import { App } from "antd";
import { useMemo } from "react";
import { asProblem } from "@/api/problem";
import { useProblemWords } from "./problem-line";

export function useToast() {
  const { message } = App.useApp();
  const words = useProblemWords();
  return useMemo(
    () => ({
      done: (text: string) => void message.open({ content: text }),
      failed: (error: unknown) => void message.open({ content: words(asProblem(error)), duration: 6 }),
    }),
    [message, words],
  );
}
