/** What an import adds and changes, kind by kind, as the rest of a sentence. */
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/ui/format";

interface Counted {
  kind: string;
  label: string;
  added: number;
  changed: number;
}

export function Counts({ kinds }: { kinds: readonly Counted[] }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  return (
    <>
      {kinds.map(({ kind, label, added, changed }, index) => (
        <Fragment key={kind}>
          {index > 0 && t("counts.between")}
          <strong>{label}</strong>{" "}
          {changed === 0
            ? t("counts.added", { added: format.num(added) })
            : t("counts.both", { added: format.num(added), changed: format.num(changed) })}
        </Fragment>
      ))}
      {kinds.length > 0 && t("counts.stop")}
    </>
  );
}
