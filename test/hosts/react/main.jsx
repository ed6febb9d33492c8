import { StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { Counter } from "./Counter.jsx";

function Page() {
  const [shown, setShown] = useState(true);
  useEffect(() => {
    const toggle = () => setShown((was) => !was);
    const button = document.querySelector("#toggle");
    button.addEventListener("click", toggle);
    return () => button.removeEventListener("click", toggle);
  }, []);
  return shown && <Counter />;
}

createRoot(document.querySelector("#app")).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
