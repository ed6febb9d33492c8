<?php
/** The tag with its fallback; its script comes only where a counter is. */

defined( 'ABSPATH' ) || exit;

/** Handle of the element's script, which comes once, however many counters there are. */
const DESERTION_STATS_SCRIPT = 'desertion-stats';

/** Attributes of the tag that a frame's address doesn't take. */
const DESERTION_STATS_NOT_FRAMED = array( 'heading', 'color-scheme', 'refresh' );

/** Filters of which the words say nothing. */
const DESERTION_STATS_UNTOLD = array( 'measure', 'article', 'service', 'sentence', 'court', 'region' );

/**
 * Names of the tag's attributes that a page may set. The origin is the settings' alone.
 *
 * @return string[]
 */
function desertion_stats_attributes(): array {
	static $names = null;
	if ( null === $names ) {
		$names = require __DIR__ . '/attributes.php';
	}
	return $names;
}

/**
 * What the service says of each question until its number comes, by language and offence (`''`: none is named; `any`:
 * true of every question).
 *
 * @return array<string, array<string, string>>
 */
function desertion_stats_all_words(): array {
	static $words = null;
	if ( null === $words ) {
		$words = require __DIR__ . '/words.php';
	}
	return $words;
}

/**
 * The language of the tag, else the site's, else English.
 *
 * @param array<string, string> $chosen Attributes of the tag by name.
 */
function desertion_stats_lang( array $chosen = array() ): string {
	$named = isset( $chosen['lang'] ) && '' !== $chosen['lang'] ? $chosen['lang'] : get_bloginfo( 'language' );
	$lang  = substr( $named, 0, 2 );
	return isset( desertion_stats_all_words()[ $lang ] ) ? $lang : 'en';
}

/**
 * What stands on the page until the number comes, and where it never does: what is counted, in words of the service. A
 * question that they don't tell of has words that hold for any.
 *
 * @param array<string, string> $chosen Attributes of the tag by name.
 */
function desertion_stats_words( array $chosen ): string {
	$words  = desertion_stats_all_words()[ desertion_stats_lang( $chosen ) ];
	$untold = array_filter( array_intersect_key( $chosen, array_flip( DESERTION_STATS_UNTOLD ) ) );
	$scope  = array() === $untold ? ( $chosen['offence'] ?? '' ) : 'any';
	return $words[ $scope ] ?? $words['any'];
}

/**
 * The counter's own page, which asks the same question; empty without a deployment.
 *
 * @param array<string, string> $chosen Attributes of the tag by name.
 */
function desertion_stats_address( array $chosen ): string {
	$host = desertion_stats_host();
	if ( '' === $host ) {
		return '';
	}
	$query = array_diff_key( $chosen, array_flip( DESERTION_STATS_NOT_FRAMED ) );
	// Alone it has no page around it whose language it could take.
	$query['lang'] = desertion_stats_lang( $chosen );
	if ( 'inline' === ( $query['layout'] ?? '' ) ) {
		unset( $query['layout'] );
	}
	return $host . '/embed?' . http_build_query( $query, '', '&', PHP_QUERY_RFC3986 );
}

/**
 * The tag, with a link in it that is of use without the script. In feeds, which run none, the link alone.
 *
 * @param array<string, string> $chosen Attributes of the tag by name; an empty value is none, but for the heading.
 * @param string                $words  Words of the link; empty: those of the language.
 */
function desertion_stats_counter( array $chosen, string $words = '' ): string {
	$chosen = array_filter(
		$chosen,
		function ( $value, $name ) {
			return '' !== $value || 'heading' === $name;
		},
		ARRAY_FILTER_USE_BOTH
	);
	$words = '' !== $words ? $words : desertion_stats_words( $chosen );
	$link  = desertion_stats_address( $chosen );
	if ( '' === $link ) {
		return esc_html( $words ) . desertion_stats_note( __( 'Desertion Stats: name the address of your newsroom’s service in Settings → Desertion Stats.', 'desertion-stats' ) );
	}
	$fallback = sprintf( '<a href="%s">%s</a>', esc_url( $link ), esc_html( $words ) );
	if ( is_feed() ) {
		return $fallback;
	}
	$attributes = '';
	foreach ( $chosen as $name => $value ) {
		$attributes .= sprintf( ' %s="%s"', esc_attr( $name ), esc_attr( $value ) );
	}
	wp_enqueue_script( DESERTION_STATS_SCRIPT, desertion_stats_host() . '/embed/v1.js', array(), null, true ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion -- it is evergreen, and cached under this address.
	return '<desertion-stats' . $attributes . '>' . $fallback . '</desertion-stats>';
}

/**
 * What only those see who could mend it.
 */
function desertion_stats_note( string $text ): string {
	return current_user_can( 'edit_posts' ) ? '<small class="desertion-stats-note"> ' . esc_html( $text ) . '</small>' : '';
}

add_filter(
	'script_loader_tag',
	function ( $tag, $handle, $src ) {
		if ( DESERTION_STATS_SCRIPT !== $handle ) {
			return $tag;
		}
		// WordPress before 6.5 knows no modules.
		return wp_get_script_tag(
			array(
				'type' => 'module',
				'src'  => $src,
				'id'   => DESERTION_STATS_SCRIPT . '-js',
			)
		);
	},
	10,
	3
);
