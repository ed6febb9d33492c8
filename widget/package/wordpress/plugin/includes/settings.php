<?php
/** Settings → Desertion Stats: where the deployment is. */

defined( 'ABSPATH' ) || exit;

/**
 * What is kept of a typed address; what was kept before, if it is none.
 *
 * @param mixed $typed
 */
function desertion_stats_keep_host( $typed ): string {
	$typed  = is_string( $typed ) ? trim( $typed ) : '';
	$origin = desertion_stats_origin( $typed );
	if ( '' === $origin && '' !== $typed ) {
		add_settings_error(
			'desertion_stats_host',
			'not-an-address',
			__( 'That isn’t the address of a website. It begins with https://, as in https://stats.example; the address from before is kept.', 'desertion-stats' )
		);
		return (string) get_option( 'desertion_stats_host', '' );
	}
	return $origin;
}

add_action(
	'admin_init',
	function () {
		register_setting(
			'desertion_stats',
			'desertion_stats_host',
			array(
				'type'              => 'string',
				'sanitize_callback' => 'desertion_stats_keep_host',
				'default'           => '',
			)
		);
		add_settings_section( 'desertion_stats', '', '__return_false', 'desertion_stats' );
		add_settings_field(
			'desertion_stats_host',
			__( 'Address of the service', 'desertion-stats' ),
			'desertion_stats_host_field',
			'desertion_stats',
			'desertion_stats',
			array( 'label_for' => 'desertion_stats_host' )
		);
	}
);

function desertion_stats_host_field(): void {
	printf(
		'<input type="url" class="regular-text code" id="desertion_stats_host" name="desertion_stats_host" value="%s" placeholder="%s" aria-describedby="desertion_stats_host_help"><p class="description" id="desertion_stats_host_help">%s</p>',
		esc_attr( (string) get_option( 'desertion_stats_host', '' ) ),
		esc_attr( '' !== DESERTION_STATS_BUILT_FOR ? desertion_stats_host() : 'https://stats.example' ),
		esc_html__( 'Where your newsroom’s deployment of desertion-stats answers. Readers’ browsers load the counter from there.', 'desertion-stats' )
	);
}

add_action(
	'admin_menu',
	function () {
		add_options_page(
			__( 'Desertion Stats', 'desertion-stats' ),
			__( 'Desertion Stats', 'desertion-stats' ),
			'manage_options',
			'desertion_stats',
			'desertion_stats_settings_page'
		);
	}
);

function desertion_stats_settings_page(): void {
	echo '<div class="wrap"><h1>' . esc_html( get_admin_page_title() ) . '</h1><form action="options.php" method="post">';
	settings_fields( 'desertion_stats' );
	do_settings_sections( 'desertion_stats' );
	submit_button();
	echo '</form></div>';
}
