/** Put the server's words beside the fields they are about. */
import type { FormInstance } from "antd";
import type { Problem } from "@/api/problem";

/** Returns whether every word found a field; if not, show the problem itself too. */
export function showFieldProblems<V extends object>(form: FormInstance<V>, problem: Problem): boolean {
  const names = new Set(Object.keys(form.getFieldsValue(true) as object));
  const known = problem.fields.filter(({ field }) => names.has(field.split(".")[0] ?? ""));
  form.setFields(known.map(({ field, message }) => ({ name: field.split(".") as never, errors: [message] })));
  return known.length > 0 && known.length === problem.fields.length;
}
