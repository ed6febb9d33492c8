/** `npm run test:wordpress`: the plugin in Debian's WordPress. */
import { ownSuite } from "../runner/own-suite.ts";
import { WORDPRESS } from "./site.ts";

await ownSuite("test/wordpress/vitest.config.ts", {
  [`${WORDPRESS}/wp-load.php`]: "wordpress",
  [`${WORDPRESS}/wp-content/themes/twentytwentythree/style.css`]: "wordpress-theme-twentytwentythree",
  [`${WORDPRESS}/wp-content/languages/uk.mo`]: "wordpress-l10n",
  php: "php-cli php-mysql php-xml php-mbstring",
  mariadbd: "mariadb-server-core",
  mariadb: "mariadb-client-core",
});
