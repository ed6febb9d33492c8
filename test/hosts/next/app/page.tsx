import Link from "next/link";
import { Counter } from "./Counter";

export default function Page() {
  return (
    <main>
      <Link href="/other">Another page</Link>
      <Counter />
    </main>
  );
}
