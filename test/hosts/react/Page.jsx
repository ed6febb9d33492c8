import { StrictMode, useEffect, useState } from "react";
import { Counter } from "./Counter.jsx";

function Toggled() {
  const [shown, setShown] = useState(true);
  useEffect(() => {
    const toggle = () => setShown((was) => !was);
    const button = document.querySelector("#toggle");
    button.addEventListener("click", toggle);
    return () => button.removeEventListener("click", toggle);
  }, []);
  return shown && <Counter />;
}

export const Page = () => (
  <StrictMode>
    <Toggled />
  </StrictMode>
);
