<?php
/** The deployment that the counter comes from. */

defined( 'ABSPATH' ) || exit;

/**
 * Origin of the deployment, such as `https://stats.example`; empty while nobody has named one.
 */
function desertion_stats_host(): string {
	$named = desertion_stats_origin( (string) get_option( 'desertion_stats_host', '' ) );
	return '' !== $named ? $named : desertion_stats_origin( DESERTION_STATS_BUILT_FOR );
}

/**
 * The origin of an address, whatever page of it was pasted; empty where the text is no address of the web.
 */
function desertion_stats_origin( string $typed ): string {
	$parts = wp_parse_url( trim( $typed ) );
	$named = is_array( $parts ) && isset( $parts['scheme'], $parts['host'] ) && ! isset( $parts['user'] );
	if ( ! $named || ! in_array( strtolower( $parts['scheme'] ), array( 'http', 'https' ), true ) ) {
		return '';
	}
	$port = isset( $parts['port'] ) ? ':' . $parts['port'] : '';
	return esc_url_raw( strtolower( $parts['scheme'] . '://' . $parts['host'] ) . $port, array( 'http', 'https' ) );
}
