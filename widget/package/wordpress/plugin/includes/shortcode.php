<?php
/** `[desertion-stats offence="awol" layout="inline"]about 200[/desertion-stats]` */

defined( 'ABSPATH' ) || exit;

/**
 * @param array<int|string, string>|string $given   Options as they are typed.
 * @param string|null                      $content Words until the number comes.
 */
function desertion_stats_shortcode( $given, $content = null ): string {
	$given = is_array( $given ) ? $given : array();
	if ( false !== strpos( (string) $content, '[desertion-stats' ) ) {
		// One without an end takes all up to the end of a later one for its words: the article in between.
		return desertion_stats_shortcode( $given ) . do_shortcode( $content . '[/desertion-stats]' );
	}
	$words   = trim( wp_strip_all_tags( (string) $content ) );
	$unknown = array_filter(
		$given,
		function ( $name ) {
			return ! in_array( $name, desertion_stats_attributes(), true );
		},
		ARRAY_FILTER_USE_KEY
	);
	if ( array() === $unknown ) {
		return desertion_stats_counter( array_map( 'strval', $given ), $words );
	}
	// A typing error mustn't show another number than the one that was meant.
	$names = array();
	foreach ( $unknown as $name => $value ) {
		$names[] = is_int( $name ) ? $value : $name;
	}
	$note = sprintf(
		/* translators: 1: options that aren't known, 2: all that are. */
		__( 'Desertion Stats doesn’t know the option %1$s. It knows: %2$s.', 'desertion-stats' ),
		implode( ', ', $names ),
		implode( ', ', desertion_stats_attributes() )
	);
	return esc_html( '' !== $words ? $words : desertion_stats_words( array( 'article' => 'any' ) ) ) . desertion_stats_note( $note );
}

add_shortcode( 'desertion-stats', 'desertion_stats_shortcode' );
