import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refuseAddress } from "../../../../worker/sources/address.ts";
import { runs } from "../../../runs.ts";

const REACH = { ownHost: "stats.example", local: false };
const refused = (address: string, reach = REACH) => refuseAddress(address, reach);
const byte = fc.integer({ min: 0, max: 255 });

/** Networks that nobody outside of them should be led into: their first bytes, and how many bits of the next. */
const PRIVATE = fc.oneof(
  fc.tuple(fc.constantFrom(0, 10, 127), byte, byte, byte),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
  fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
  fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
  fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), byte, byte),
  fc.tuple(fc.integer({ min: 224, max: 255 }), byte, byte, byte),
);
const spelled = ([a, b, c, d]: readonly [number, number, number, number]) => [
  `${a}.${b}.${c}.${d}`,
  `${((a * 256 + b) * 256 + c) * 256 + d}`,
  `0x${a.toString(16)}.0x${b.toString(16)}.0x${c.toString(16)}.0x${d.toString(16)}`,
  `0${a.toString(8)}.0${b.toString(8)}.0${c.toString(8)}.0${d.toString(8)}`,
  `${a}.${(b * 256 + c) * 256 + d}`,
  `${a}.${b}.${c}.${d}.`,
  `[::ffff:${a}.${b}.${c}.${d}]`,
  `[64:ff9b::${a}.${b}.${c}.${d}]`,
  `${a}.${b}.${c}.${d}.nip.io`,
  `www.8.${a}.${b}.${c}.${d}.nip.io`,
  `app-${a}-${b}-${c}-${d}.sslip.io.`,
  `[2002:${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}::1]`,
];

describe("an address", () => {
  it("of a private network is refused, however it is spelled", () => {
    fc.assert(
      fc.property(PRIVATE, (address) => {
        for (const host of spelled(address)) expect(refused(`https://${host}/t.csv`), host).not.toBeNull();
      }),
      runs(300),
    );
  });

  it("of a public host is taken", () => {
    for (const url of [
      "https://docs.google.com/spreadsheets/d/e/x/pub?output=csv",
      "https://raw.githubusercontent.com/paper/data/main/t.csv",
      "https://bucket.s3.eu-central-1.amazonaws.com/t.csv",
      "https://8.8.8.8/t.csv",
      "https://[2606:4700::1111]/t.csv",
      "https://paper.example:8443/t.csv",
      "https://ec2-3-120-30-40.eu-central-1.compute.amazonaws.com/t.csv",
      "https://data-2024-01-31.paper.example/t.csv",
    ])
      expect(refused(url), url).toBeNull();
  });

  it("of this machine is taken where the switch says so, and no other private one is", () => {
    const local = { ownHost: "localhost:8787", local: true };
    for (const url of ["http://127.0.0.1:9000/t.csv", "http://localhost:9000/", "https://[::1]:9000/"])
      expect(refused(url, local), url).toBeNull();
    for (const url of [
      "http://localhost:8787/v1/figures.csv",
      "http://127.0.0.1:8787/v1/figures.csv",
      "http://[::1]:8787/v1/figures.csv",
      "http://10.0.0.1/",
      "http://paper.example/",
      "ftp://127.0.0.1/",
      "http://name@127.0.0.1:9000/",
    ])
      expect(refused(url, local), url).not.toBeNull();
  });

  it("of another scheme is told so, also where it has no host", () => {
    for (const url of ["javascript:alert(1)", "data:text/csv,a", "ftp://paper.example/t.csv"]) {
      expect(refused(url)?.code, url).toBe("scheme");
    }
  });

  it("with an empty word in its name is refused", () => {
    for (const host of ["localhost..", "paper..example", "10.0.0.1.."]) {
      expect(refused(`https://${host}/t.csv`), host).not.toBeNull();
    }
  });

  it("of the deployment itself is refused under each name that Cloudflare gives it, on each port", () => {
    const reach = { ownHost: "counter.paper.workers.dev", local: false };
    for (const url of [
      "https://counter.paper.workers.dev/v1/figures.csv",
      "https://COUNTER.paper.workers.dev.:8443/",
      "https://4f6c1b2a-counter.paper.workers.dev/",
      "https://staging-counter.paper.workers.dev/",
    ])
      expect(refused(url, reach)?.code, url).toBe("own");
    expect(refused("https://tables.paper.workers.dev/t.csv", reach)).toBeNull();
  });

  it("never throws, whatever it is", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.ipV6()), (text) => {
        const said = refused(text);
        expect(said === null || /[.…]$/.test(said.text)).toBe(true);
      }),
      runs(300),
    );
  });
});
