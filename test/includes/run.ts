/** `npm run includes`: tries the guide's includes with the web servers of Debian. */
import { ownSuite } from "../runner/own-suite.ts";

await ownSuite("test/includes/vitest.config.ts", {
  nginx: "nginx-light",
  apache2: "apache2",
  varnishd: "varnish",
  openssl: "openssl",
});
