import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { carryForgeryToken } from "./api/call.ts";
import { forgeryTokenOf } from "./api/session.ts";
import { queries } from "./app/queries.ts";
import { router } from "./app/router.tsx";
import { settings } from "./app/settings.ts";
import { startLanguages } from "./i18n/start.ts";
import "./styles/index.css";

const place = document.getElementById("root");
if (!place) throw new Error("The page has no element with the id root.");

settings.show();
carryForgeryToken(forgeryTokenOf(queries));
await startLanguages();

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
