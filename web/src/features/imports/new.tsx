/** Import a file: hand it in, see how it is understood, settle what it leaves open, start. */
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useNavigate } from "react-router";
import { useSend } from "@/api/hooks";
import { useCan } from "@/app/session";
import { Page, Section } from "@/ui/page";
import { ProblemLine } from "@/ui/problem-line";
import { NoPermission } from "@/ui/states";
import { DropFile } from "./drop-file";
import { emptyForm, type Form, type NextSheet, sheetsLeft, withSheet } from "./model";
import { PreviewOfFile } from "./preview";
import { Templates } from "./templates";
import type { Preview, Upload } from "./types";

export default function NewImportPage() {
  const { t } = useTranslation("imports");
  const can = useCan();
  const again = useLocation().state as NextSheet | null;
  const [upload, setUpload] = useState<Upload | null>(again?.upload ?? null);
  return (
    <Page
      title={upload ? upload.name : t("new")}
      back={<Link to="/imports">{t("title")}</Link>}
      actions={
        upload && (
          <button type="button" className="plain quiet" onClick={() => setUpload(null)}>
            {t("other_file")}
          </button>
        )
      }
    >
      {!can("start_import") ? (
        <NoPermission />
      ) : upload ? (
        <Chosen upload={upload} again={again?.upload === upload ? again : null} />
      ) : (
        <Hand onDone={setUpload} />
      )}
    </Page>
  );
}

function Hand({ onDone }: { onDone: (upload: Upload) => void }) {
  const { t } = useTranslation("imports");
  const send = useSend<Upload>("post", "/imports/files", { onDone });
  function hand(file: File) {
    const body = new FormData();
    body.append("file", file);
    send.mutate({ body });
  }
  return (
    <Section title={t("hand_in")} hideTitle>
      <DropFile onFile={hand} busy={send.isPending} accept=".xlsx,.xls,.xlsm,.csv,.txt,.tsv" />
      <ProblemLine problem={send.error} />
      <Templates />
    </Section>
  );
}

/** Every change is shown at once: the server says again how it understands the file, or when it has time to. */
function Chosen({ upload, again }: { upload: Upload; again: NextSheet | null }) {
  const { t } = useTranslation("imports");
  const navigate = useNavigate();
  const [form, setForm] = useState<Form>(() => withSheet(emptyForm(upload.file_id), again?.sheet ?? ""));
  const [preview, setPreview] = useState<Preview | null>(null);
  const look = useSend<Preview>("post", "/imports/preview", { onDone: setPreview });
  const start = useSend<{ id: number }>("post", "/imports", {
    refreshes: ["/imports", "/workbench"],
    onDone: ({ id }) =>
      void navigate(`/imports/${id}`, { state: preview && sheetsLeft(upload, preview.sheet, again, t("guide_sheet")) }),
  });
  const { mutate } = look;
  useEffect(() => mutate({ body: form }), [form, mutate]);
  const wait = look.error?.code === "another_file_is_read" ? (look.error.retryAfter ?? 5) : 0;
  useEffect(() => {
    const timer = wait ? setTimeout(() => mutate({ body: form }), wait * 1000) : undefined;
    return () => clearTimeout(timer);
  }, [wait, form, mutate]);
  return (
    <>
      {look.isPending && <p className="muted">{t("looking")}</p>}
      <ProblemLine problem={look.error} />
      {preview && (
        <PreviewOfFile
          preview={preview}
          form={form}
          onChange={setForm}
          busy={look.isPending || start.isPending}
          problem={start.error}
          onStart={() => start.mutate({ body: form })}
        />
      )}
    </>
  );
}
