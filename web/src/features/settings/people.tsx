/** People: who may log in, as what, and by which names files call them. */
import { Button, Modal } from "antd";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useGet } from "@/api/hooks";
import { useCan } from "@/app/session";
import { Answer } from "@/ui/answer";
import { SearchBox } from "@/ui/filters";
import { DataTable } from "@/ui/table";
import { PlainTag } from "@/ui/tags";
import { Missing } from "@/ui/values";
import type { PersonRow } from "./model";
import { PersonPanel } from "./person-panel";
import { Secret } from "./secret";
import css from "./settings.module.css";

export default function PeoplePart() {
  const { t } = useTranslation("settings");
  const can = useCan();
  const query = useGet("/people");
  const [words, setWords] = useState("");
  /** A person's id, "new", or nobody. */
  const [open, setOpen] = useState<number | "new" | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const isMeant = ({ name, email, role }: PersonRow) =>
    `${name} ${email ?? ""} ${role.label}`.toLowerCase().includes(words.toLowerCase());
  return (
    <>
      <div className={css.bar}>
        <SearchBox value={words} onSearch={setWords} words={t("people.search")} />
        {can("add_person") && (
          <Button type="primary" icon={<UserPlus size={16} aria-hidden />} onClick={() => setOpen("new")}>
            {t("people.add")}
          </Button>
        )}
      </div>
      <Answer query={query}>
        {({ items }) => (
          <DataTable
            label={t("part.people")}
            rows={items.filter(isMeant)}
            rowKey={({ id }) => String(id)}
            columns={[
              {
                key: "name",
                title: t("people.name"),
                card: "title",
                render: ({ id, name }) => (
                  <button type="button" className="plain" onClick={() => setOpen(id)} disabled={!can("person")}>
                    {name}
                  </button>
                ),
              },
              { key: "email", title: t("people.email"), card: "title", render: ({ email }) => email ?? <Missing /> },
              { key: "role", title: t("people.role"), card: "badge", render: ({ role }) => role.label },
              {
                key: "active",
                title: t("people.state"),
                card: "badge",
                render: ({ is_active }) =>
                  is_active ? t("people.active") : <PlainTag>{t("people.inactive")}</PlainTag>,
              },
            ]}
          />
        )}
      </Answer>
      <PersonPanel open={open} onClose={() => setOpen(null)} onLink={setLink} />
      <LinkOnce link={link} onClose={() => setLink(null)} />
    </>
  );
}

/** An invitation link, shown once because no mail could carry it. */
function LinkOnce({ link, onClose }: { link: string | null; onClose: () => void }) {
  const { t } = useTranslation(["settings", "common"]);
  return (
    <Modal
      open={link !== null}
      title={t("invitation.title")}
      onCancel={onClose}
      destroyOnHidden
      footer={
        <Button type="primary" onClick={onClose}>
          {t("common:action.close")}
        </Button>
      }
    >
      <p className={css.words}>{t("invitation.words")}</p>
      <Secret text={link ?? ""} />
    </Modal>
  );
}
