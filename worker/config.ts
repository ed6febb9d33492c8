/** Every lifetime and limit of the Worker, named, with its why. A leaf: imports nothing. */

/**
 * How long an isolate trusts its edition before it asks KV for the pointer again (ms). A variable of this name sets
 * another time, for whoever doesn't want to wait for it: `npm start -- --var POINTER_MAX_AGE_MS:0`.
 */
export const POINTER_MAX_AGE_MS = 30_000;
/** KV's own shortest read cache (s); the pointer can't be fresher than this at the edge. */
export const POINTER_CACHE_TTL_S = 30;
/** An edition's body never changes under its id, so KV may keep it at the edge for a day (s). */
export const EDITION_CACHE_TTL_S = 86_400;

/** An edition that is committed reaches the readers within a minute; later than this (ms) it is held up. */
export const DISTRIBUTED_WITHIN_MS = 300_000;

/** How long a reader waits for KV while an edition is held (ms): its own caches answer in a few, and this isn't felt. */
export const HELD_PATIENCE_MS = 250;
/** How long a reader waits for KV where nothing is held (ms): a large body from another continent takes about a second. */
export const KV_PATIENCE_MS = 4_000;
/** How long the desk waits for KV, each time that it is asked (ms): a body of megabytes on a thin line. */
export const KV_WRITE_PATIENCE_MS = 15_000;
/** How long the desk waits for D1 (ms): D1 itself ends a query after 30 seconds, and a transaction has several. */
export const D1_PATIENCE_MS = 60_000;
/** How long whoever publishes waits until readers have it (ms): a small edition takes a second, a large one some ten. */
export const DELIVERY_PATIENCE_MS = 20_000;
/** From when on health calls a store slow (ms), though it answers: good ones take some 50. */
export const SLOW_STORE_MS = 1_000;
/** How long health waits for a store (ms): less than what watches it waits for health. */
export const STORE_CHECK_MS = 3_000;

/**
 * From when on health calls the newest evidence old (days): the courts' sites are read weekly, so three weeks mean that
 * nobody does; the outlets' totals came every one to three months while they came.
 */
export const OLD_RECORDS_DAYS = 21;
export const OLD_FIGURES_DAYS = 120;

/**
 * Answers about the current edition in browsers and in caches that nobody can purge: two minutes, so that a number that
 * was withdrawn is gone within minutes, and a week when we are down.
 */
export const CACHE_CURRENT = "public, max-age=60, stale-while-revalidate=60, stale-if-error=604800";
/** For Cloudflare's cache, which a publication purges; `s-maxage` would be a ban on anything stale (RFC 9111, 4.2.4). */
export const CACHE_EDGE = "public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800";
/** The cache's tag of all answers that the next edition replaces. */
export const CURRENT_TAG = "current";
/** Answers about a fixed edition can never change. */
export const CACHE_IMMUTABLE = "public, max-age=31536000, immutable";
/** An error must not outlive its cause by more than a minute. */
export const CACHE_ERROR = "public, max-age=10, s-maxage=10";
/** Desk and health answers are about this moment only. */
export const CACHE_NEVER = "no-store";

/** Answers that an isolate remembers for one edition: the common questions are few, an isolate has 128 MB. */
export const REMEMBERED_ANSWERS = 1_000;
export const REMEMBERED_CHARACTERS = 8_000_000;

/** The list of corrections: editions in it, and changes of one edition (some 200 bytes each; bounds one KV value). */
export const CORRECTED_EDITIONS = 50;
export const CORRECTIONS_OF_EDITION = 200;

/** Weeks in a summary's series: a quarter to five years, half a year by default. */
export const WEEKS_MIN = 12;
export const WEEKS_MAX = 260;
export const WEEKS_DEFAULT = 26;

/** The day on which Russia's mobilisation began: what outlets count from, and so a total's default start. */
export const MOBILISATION = "2022-09-21";
/** From so many days after its end on, a newest number is said to be old: two months, as weekly news goes. */
export const AGED_DAYS = 60;
/** Months in the drawing of a month: two years, so that each month has its own of the year before. */
export const MONTHS_DRAWN = 24;

/** Points of one series: twenty years of weeks by ten keys, or all courts by month for seven years (2 MB of JSON). */
export const SERIES_POINTS_MAX = 10_000;
/** Series in one answer: a measure and an offence by each breakdown, twice. Their points together are bounded as one's. */
export const SERIES_AT_ONCE_MAX = 12;
/** Editions whose values of one period are told at once: a year of weekly ones; each is read from KV. */
export const VERSIONS_MAX = 60;
/** Periods that one is compared with at once: what still makes a sentence. */
export const COMPARED_PERIODS_MAX = 12;
/** Of fewer cases than this of one week and scope no sentence and no kind of service is told: it could point at somebody. */
export const TOLD_OF_AT_LEAST = 3;

/** Weeks of verdicts that the delay is learnt from: two years, so that a full half can be final. */
export const TRIANGLE_WEEKS = 104;
/**
 * Completeness from which a week that is over may stand in big type before it is final, as the middle of its range:
 * the lowest in steps of five at which half of such numbers move by no more than 5 % until they are final, and nine
 * in ten by no more than 15 %. Measured on each of the generated court records and series of decision 0003; the
 * worst of them, 60 slow reports a week, has 4.6 % and 11.6 % at 0.75, and 5.3 % and 12.9 % at 0.7.
 */
export const TOLD_COMPLETENESS = 0.75;
/**
 * A week that falls below this share of the median of the eight before it isn't told until it is `weeks` old: where
 * courts begin to report late, such a fall is how it looks until the model has seen enough reports to find it, which
 * takes three to four weeks. Counts below the least number fall so by chance.
 */
export const HELD_FALL = { share: 0.85, weeks: 5, before: 8, least: 20 } as const;

/** One part of an upload: D1 takes 2 MB a value, and a part travels as one value. */
export const PART_MAX_BYTES = 1_500_000;
/** How long a body may take to come (ms): a whole part at 200 kbit/s. */
export const BODY_PATIENCE_MS = 60_000;
/** Cases in one part: about 400 bytes each, so that a part stays well below its bytes. */
export const PART_MAX_CASES = 2_000;

/** Contradictions that an edition lists: the shipped ledger has five; hundreds are a ledger that went wrong. */
export const EDITION_CONFLICTS_MAX = 500;
/**
 * The part of an edition that is made of a ledger (bytes of JSON): KV takes 25 MiB with the records, and an isolate of
 * 128 MB holds five editions, parsed. The shipped ledger takes 70 KB.
 */
export const LEDGER_BYTES_MAX = 2_000_000;

/**
 * One of the two values in KV that hold an edition (bytes): KV takes 25 MiB, and refuses more when D1 has committed
 * already.
 */
export const EDITION_BYTES_MAX = 24_000_000;

/** Lines of the audit on one page: a month of a busy desk, some 200 bytes each. */
export const AUDIT_PAGE = 100;

/** Over how long requests are counted (s), and how long who asks too often waits: one of the two that Cloudflare has. */
export const RATE_PERIOD_S = 60;
/**
 * Attempts to sign in from one address, a minute: a whole newsroom behind it at nine in the morning. It keeps the form
 * from being a hammer; a token's 256 bits are what keeps it from being guessed.
 */
export const SIGN_INS_A_MINUTE = 30;
/**
 * Changes by one sender, a minute: 100,000 cases are checked, staged and published in 105 requests, which can take
 * but a few seconds; so five such imports in a row pass, and the sample's forty. A program that has lost its mind, or
 * a token in wrong hands, is held to ten a second.
 */
export const WRITES_A_MINUTE = 600;
/**
 * Pictures drawn anew for one sender, a minute. A new one takes some 70 ms of processor time, so this is a fourteenth
 * of one processor; the pictures of a whole day's newsletters, or a preview service behind one address, stay below it.
 * What was drawn before isn't counted: caches and isolates have it.
 */
export const PICTURES_A_MINUTE = 60;
/**
 * Tables of many series made anew for one sender, a minute: a series for each court takes some 45 ms of processor time, its
 * page 80, where a plain question takes one to six. So this is a sixth of one processor at most. What was made before
 * isn't counted.
 */
export const TABLES_A_MINUTE = 120;

/** Length of the random part of tokens and sessions: 256 bits. */
export const SECRET_BYTES = 32;
/** How long a browser stays signed in (s): a long day at the desk, never over night. */
export const SESSION_S = 12 * 3_600;

/** How far Cloudflare's clocks may be apart (s): an assertion that was signed this very moment holds already. */
export const ACCESS_CLOCK_TOLERANCE_S = 5;

/** What a newsroom may do with the numbers. */
export const LICENCE = "CC BY 4.0, figures: the named publishers";

/** How long others keep what oEmbed tells them of a frame (s): the frame itself is always up to date. */
export const OEMBED_CACHE_AGE_S = 86_400;

/** A card's sides (px): what still holds the words, and what social networks and print previews take. */
export const CARD_SIDE_MIN = 240;
export const CARD_SIDE_MAX = 2_400;
/** All of a card (px): twice the common 1200 × 1200; its picture takes 4 bytes a pixel of an isolate's 128 MB. */
export const CARD_PIXELS_MAX = 2_880_000;

/** Number of the last migration in `worker/migrations`: what the desk's part of this code finds in the database. */
export const SCHEMA = 20;

/** What may be said of one edition after its publication (additions): more would be a diary, and a stolen token's play. */
export const ADDITIONS_MAX = 50;

/** A watched table (bytes), whatever it holds: chosen so that one without an end is left early. */
export const SOURCE_BYTES_MAX = 25_000_000;
/** Rows of a watched table: reading so many takes some 100 of an isolate's 128 MB (measured in decision 0023). */
export const SOURCE_ROWS_MAX = 26_000;
/** How long a table may take to come (ms): a published spreadsheet of some megabytes takes ten seconds. */
export const SOURCE_PATIENCE_MS = 30_000;
/** A published spreadsheet leads on once or twice; more is a circle. */
export const SOURCE_REDIRECTS_MAX = 5;
/** How long whoever works at a run has it alone (ms): longer than a step, and no longer than between two schedules. */
export const RUN_LEASE_MS = 270_000;
/** A source that fails is asked less and less often, but once a day (ms). */
export const SOURCE_BACKOFF_MAX_MS = 86_400_000;
/** A server that is down for a moment is nobody's business: it is told of when it failed so often in a row. */
export const SOURCE_FAILURES_TOLD = 3;
/** A run that is taken up so often without getting further ends as failed: something in it kills whoever tries. */
export const RUN_ATTEMPTS_MAX = 6;
/** How long runs that changed nothing are kept in the log (ms): three months. */
export const RUNS_KEPT_MS = 92 * 86_400_000;
/** A variable of this name, set to `yes`, lets sources and hooks be on this machine, without https. */
export const LOCAL_SWITCH = "SOURCES_LOCAL";
/** A variable of this name, set to `yes`, wants another one to publish than who staged. */
export const TWO_PAIRS_SWITCH = "TWO_PAIRS_OF_EYES";

/** How long a receiver of notices may take to answer (ms): Slack takes a second. */
export const HOOK_PATIENCE_MS = 10_000;
/** Notices that are sent in one go: what a busy day has. */
export const NOTICES_AT_ONCE = 50;
/** Editions that are looked at for being told of: more than are published between two schedules. */
export const TOLD_EDITIONS = 20;
/** How long the log of deliveries is kept (ms): three months. */
export const NOTICES_KEPT_MS = 92 * 86_400_000;

/** How long whoever has a verdict before them for coding has it alone (ms): a long text; the studio renews it while it is open. */
export const CLAIM_MS = 900_000;
/** Verdicts that one window has before it at once: so many that no key waits for the network. */
export const CLAIMS_AT_ONCE = 10;
/** Of how many records a window that closes may say that their coding is on its way: what a browser sends then has 64 KB. */
export const CLAIMS_KEPT = 200;
/** After how long a verdict without a text is looked at again (ms): texts appear weeks to months after. */
export const TEXT_AWAITED_MS = 30 * 86_400_000;
/** Codings of one coder that no edition has: two long days of work, and a list that still loads at once. */
export const DRAFT_CODINGS_MAX = 500;
/** Of 10,000 lots so many are coded once more, by somebody else. */
export const SECOND_LOTS = 1_000;

/** Cases behind a number on one page: what a person looks through, each with its history. */
export const BEHIND_PAGE = 50;
