/** A remark within a page: quiet by default, in the colour of risk when it matters. */
import type { ReactNode } from "react";
import { RISK } from "@/app/theme";

export function Remark({
  tone = "plain",
  children,
  role,
}: {
  tone?: "plain" | "medium" | "high";
  children: ReactNode;
  role?: "status" | "alert";
}) {
  const colours =
    tone === "plain"
      ? { background: "#fafafa", color: "#52525b" }
      : { background: RISK[tone].ground, color: RISK[tone].text };
  return (
    <div role={role} style={{ ...colours, padding: "8px 12px", borderRadius: 6 }}>
      {children}
    </div>
  );
}
