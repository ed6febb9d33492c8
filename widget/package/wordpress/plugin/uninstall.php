<?php
/** Leaves nothing behind; posts keep their words and links. */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'desertion_stats_host' );
