/** Weeks after which a late record no longer counts as late. Longer delays are left out of the triangle. */
export const MAX_DELAY_WEEKS = 26;

/** From this share on a week is called final: what is still to come is smaller than a week's own noise. */
export const FINAL_COMPLETENESS = 0.95;

/**
 * Report weeks from which a delay distribution may be learnt: a quarter follows a change of pace in the
 * courts, three quarters of a year are steadier. Past performance decides which. The longer one is
 * baselinenowcast's default, half of three times the maximum delay.
 */
export const DELAY_WINDOWS = [13, 39] as const;

/**
 * Weight that a week next to the one in question has in the level of the latter, two weeks away its
 * square, and so on (Gluck's decay). 0 is the plain chain ladder, 0.95 nearly a long-run average. Past
 * performance decides which; an even grid, because no value is preferred beforehand.
 */
export const LEVEL_DECAYS = [0, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95] as const;

/** Weeks that can take part in a level. At a decay of 0.95 the rest would weigh 2 %. */
export const LEVEL_WEEKS = 78;

/**
 * Reports that the flat prior adds to a level. With 1 and a decay of 0 the estimate is baselinenowcast's
 * (x + 1 − p) / p, which stays positive where nothing has been seen.
 */
export const PRIOR_REPORTS = 1;

/** Earlier origins whose errors are measured: baselinenowcast's default for a maximum delay of 26. */
export const RETROSPECTIVE_ORIGINS = 39;

/** Added to every expectation, because a negative binomial with mean 0 has no likelihood (baselinenowcast). */
export const MEAN_PADDING = 0.001;

/**
 * What one past error counts for when the dispersion is estimated. Errors of neighbouring origins share
 * their weeks and their delay estimate: measured for the newest weeks, on a register and on generated
 * series, they correlate by about a half, and n such errors say as much as n (1 − ½) / (1 + ½) independent
 * ones.
 */
export const ERROR_WEIGHT = 1 / 3;

/** The least evidence for a stated range: weeks old enough to be final, and earlier origins to learn from. */
export const MIN_FINAL_WEEKS = 4;
export const MIN_RETROSPECTIVE_ORIGINS = 8;

/** Below this, one report more or less moves the completeness of a week by more than three points. */
export const MIN_REPORTS = 30;

/**
 * Standard errors by which the newest weeks must differ from those before them until their delay counts as changed.
 * Of 1,884 editions of generated court records whose delay was steady, 6 showed more (`npx node test/bench/walked.ts`);
 * an abrupt change from fast to slow shows 4 after one to three weeks and 10 after four.
 */
export const CHANGED_DELAY_ERRORS = 4;
