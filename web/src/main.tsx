import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";
import { Providers } from "./app/providers";
import { router } from "./app/routes";
import { startSpeaking } from "./i18n";
import "./app/base.css";

async function start(): Promise<void> {
  const place = document.getElementById("root");
  if (!place) throw new Error("index.html has no #root");
  await startSpeaking();
  createRoot(place).render(
    <Providers>
      <RouterProvider router={router} />
    </Providers>,
  );
}

void start();
