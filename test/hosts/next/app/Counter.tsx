"use client";

import { useEffect, useRef, useState } from "react";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "desertion-stats": DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & { layout?: string };
    }
  }
}

type DesertionStats = HTMLElement & { summary?: { text: { number: string } } | null };

export function Counter() {
  const counter = useRef<DesertionStats>(null);
  const [number, setNumber] = useState("");
  useEffect(() => {
    const element = counter.current;
    const show = () => setNumber(element?.summary?.text.number ?? "");
    element?.addEventListener("desertion-stats-load", show);
    show();
    return () => element?.removeEventListener("desertion-stats-load", show);
  }, []);
  return (
    <aside>
      <script type="module" async src="https://HOST/embed/v1.js" />
      <desertion-stats ref={counter} layout="card">
        <a href="https://HOST/v1/figures">
          Russian soldiers convicted of disobeying orders or leaving their units, with sources
        </a>
      </desertion-stats>
      <p>{number && `The counter shows ${number}.`}</p>
    </aside>
  );
}
