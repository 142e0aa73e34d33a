/** antd's Select whose open list says what it is a list of: by the field's own label, as the field does. */
import { Select as Bare, type SelectProps } from "antd";
import type { DefaultOptionType } from "antd/es/select";
import { type ReactNode, useEffect, useRef } from "react";

export function Select<Value, Option extends DefaultOptionType = DefaultOptionType>(props: SelectProps<Value, Option>) {
  return <Bare<Value, Option> popupRender={(list) => <Named>{list}</Named>} {...props} />;
}

const LIST = /_list$/;

/** Gives the list inside its name, and says that what scrolls takes the focus. antd has no property for either. */
function Named({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const list = place.current?.querySelector("[role=listbox]");
    const field = list && document.getElementById(list.id.replace(LIST, ""));
    if (!(field instanceof HTMLInputElement)) return;
    const name = field.getAttribute("aria-label") ?? field.labels?.item(0)?.textContent;
    if (name) list?.setAttribute("aria-label", name);
    place.current?.querySelector("[class$=list-holder]")?.setAttribute("tabindex", "0");
  });
  return <div ref={place}>{children}</div>;
}
