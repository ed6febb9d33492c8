import { useState } from "react";

export function Counter() {
  const [number, setNumber] = useState("");
  return (
    <aside>
      <script type="module" async src="https://HOST/embed/v1.js" />
      <desertion-stats
        layout="card"
        ondesertion-stats-load={(event) => setNumber(event.detail.summary.text.number)}
      >
        <a href="https://HOST/v1/figures">
          Russian soldiers convicted of disobeying orders or leaving their units, with sources
        </a>
      </desertion-stats>
      <p>{number && `The counter shows ${number}.`}</p>
    </aside>
  );
}
