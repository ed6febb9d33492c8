import { createRoot, hydrateRoot } from "react-dom/client";
import { Page } from "./Page.jsx";

const app = document.querySelector("#app");
if (app.firstChild) hydrateRoot(app, <Page />);
else createRoot(app).render(<Page />);
