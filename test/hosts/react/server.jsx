import { renderToString } from "react-dom/server";
import { Page } from "./Page.jsx";

export const render = () => renderToString(<Page />);
