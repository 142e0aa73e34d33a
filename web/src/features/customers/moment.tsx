/** We had not heard of the customer by then: offer what can be shown instead. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useMoment } from "@/ui/moment";
import { TODAY } from "@/ui/moment-asked";
import { EmptyState } from "@/ui/states";

export function NotKnownThen() {
  const { t } = useTranslation("moment");
  const [asked, go] = useMoment();
  return (
    <EmptyState
      title={t("unknown")}
      action={
        <>
          <Button type="primary" onClick={() => go({ known_on: null, known_at: null })}>
            {t("with_now", { day: asked.as_of ?? "" })}
          </Button>
          <Button onClick={() => go(TODAY)}>{t("back")}</Button>
        </>
      }
    >
      <p>{t("unknown_words")}</p>
    </EmptyState>
  );
}
