<?php
/**
 * Plugin Name:       Desertion Stats
 * Description:       A live statistic of Russian soldiers convicted of leaving their units, as a block, a shortcode and an embed, with its source.
 * Version:           VERSION
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            desertion-stats
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       desertion-stats
 * Domain Path:       /languages
 */

defined( 'ABSPATH' ) || exit;

/** The deployment for which this zip was built; empty: the settings name it. */
const DESERTION_STATS_BUILT_FOR = 'BUILT_FOR';

require __DIR__ . '/includes/host.php';
require __DIR__ . '/includes/counter.php';
require __DIR__ . '/includes/shortcode.php';
require __DIR__ . '/includes/block.php';
require __DIR__ . '/includes/oembed.php';
require __DIR__ . '/includes/settings.php';

add_action(
	'init',
	function () {
		load_plugin_textdomain( 'desertion-stats', false, dirname( plugin_basename( __FILE__ ) ) . '/languages' );
	},
	1
);
