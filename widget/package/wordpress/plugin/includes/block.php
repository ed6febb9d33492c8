<?php
/** The block: rendered here, with words and a link in the saved post for the day without this plugin. */

defined( 'ABSPATH' ) || exit;

/**
 * @param array<string, string> $attributes The block's, with names as in JavaScript.
 */
function desertion_stats_render_block( array $attributes ): string {
	$chosen = array();
	foreach ( $attributes as $name => $value ) {
		$own = strtolower( preg_replace( '/[A-Z]/', '-$0', $name ) );
		if ( in_array( $own, desertion_stats_attributes(), true ) ) {
			$chosen[ $own ] = (string) $value;
		}
	}
	if ( 'total' !== ( $chosen['span'] ?? '' ) ) {
		unset( $chosen['since'] );
	}
	$counter = desertion_stats_counter( $chosen, (string) ( $attributes['words'] ?? '' ) );
	return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), $counter );
}

add_action(
	'init',
	function () {
		register_block_type(
			dirname( __DIR__ ) . '/block',
			array( 'render_callback' => 'desertion_stats_render_block' )
		);
		wp_set_script_translations( 'desertion-stats-counter-editor-script', 'desertion-stats', dirname( __DIR__ ) . '/languages' );
	}
);

add_action(
	'enqueue_block_editor_assets',
	function () {
		$site = array(
			'host'  => desertion_stats_host(),
			'words' => desertion_stats_all_words(),
			'lang'  => desertion_stats_lang(),
		);
		wp_add_inline_script(
			'desertion-stats-counter-editor-script',
			'var desertionStats = ' . wp_json_encode( $site, JSON_HEX_TAG | JSON_HEX_AMP ) . ';',
			'before'
		);
	}
);
