/** More about one thing, beside the page: from the right on a wide screen, from below on a phone. */
import { Drawer } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNarrow } from "./use-narrow";

interface SidePanelProps {
  open: boolean;
  onClose: () => void;
  title: string;
  width?: number;
  footer?: ReactNode;
  children: ReactNode;
}

export function SidePanel({ open, onClose, title, width = 480, footer, children }: SidePanelProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={title}
      placement={narrow ? "bottom" : "right"}
      size={narrow ? "85dvh" : width}
      footer={footer || null}
      closable={{ "aria-label": t("action.close"), placement: "end" }}
      destroyOnHidden
    >
      {children}
    </Drawer>
  );
}
