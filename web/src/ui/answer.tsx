/** The four faces of a question to the server: waiting, refused, empty, answered. */
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Problem } from "@/api/problem";
import { Loading } from "./loading";
import { ErrorState } from "./states";

interface AnswerProps<T> {
  query: UseQueryResult<T, Problem>;
  /** Lines of the skeleton. */
  lines?: number;
  /** Shown when `isEmpty` says so. */
  empty?: ReactNode;
  isEmpty?: (data: NoInfer<T>) => boolean;
  children: (data: NoInfer<T>) => ReactNode;
}

export function Answer<T>({ query, lines, empty, isEmpty, children }: AnswerProps<T>): ReactNode {
  if (query.data === undefined) {
    if (query.error) return <ErrorState problem={query.error} onRetry={() => void query.refetch()} />;
    return <Loading lines={lines} />;
  }
  if (empty && isEmpty?.(query.data)) return empty;
  return children(query.data);
}
