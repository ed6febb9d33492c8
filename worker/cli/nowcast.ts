import { readFileSync } from "node:fs";
import { InvalidArgumentError, program } from "commander";
import {
  type Backtest,
  backtest,
  type Scores,
  spread,
  usableOrigins,
} from "../domain/completeness/backtest.ts";
import { MAX_DELAY_WEEKS } from "../domain/completeness/constants.ts";
import type { ToldMoves } from "../domain/completeness/told.ts";
import { reportingTriangle } from "../domain/completeness/triangle.ts";
import { readReportingFile } from "./reporting-file.ts";

/** A file with a wrong column has a bad row in every line; the first ones say what is wrong. */
const MOST_REJECTIONS = 20;

interface Options {
  maxDelay: number;
  horizons: number;
  origins: number;
}

program
  .name("npm run nowcast --")
  .description("Back-test of the completeness model on weekly reports; JSON on stdout.")
  .argument("<file>", "CSV with reference_date,report_date,count, dates whole weeks apart")
  .option("--max-delay <weeks>", "delay up to which reports count", atLeast(1), MAX_DELAY_WEEKS)
  .option("--horizons <weeks>", "age of the oldest week to score; the newest is 0", atLeast(0), 8)
  .option(
    "--origins <number>",
    "at most this many origins, evenly spaced over all that can be scored",
    atLeast(1),
    150,
  )
  .addHelpText(
    "after",
    `
coverage50, coverage90   how often the central intervals held the final count
wis, wis_uncorrected     mean weighted interval score of the nowcast, and of the count as it stood
by_horizon               the same by age of the week at the origin; 0 is the newest
told                     how far numbers in big type still moved, by the completeness from which they are told:
                         at each origin, of the newest week at least so complete and not final, the middle of
                         its range against its final count; half moved by no more than median_move, nine in ten
                         by no more than p90_move (shares of the final count); lowest is the lowest of them as
                         a share of the final count, told how many there were`,
  )
  .action(run)
  .parse();

function run(file: string, { maxDelay, horizons, origins }: Options): void {
  if (horizons > maxDelay)
    fail(`--horizons ${horizons} is beyond --max-delay ${maxDelay}: nothing arrives that late.`);
  const { observations, weeks, rejected } = readReportingFile(read(file), maxDelay);
  if (rejected.length > 0) {
    const shown = rejected.slice(0, MOST_REJECTIONS).map(({ line, column, value, expected }) => {
      const found = value === null ? "nothing" : JSON.stringify(value);
      return `${file}, line ${line}, column ${column}: ${found}, expected ${expected}`;
    });
    const rest = rejected.length - shown.length;
    fail([...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join("\n"));
  }
  const started = performance.now();
  const triangle = reportingTriangle(observations, { weeks, maxDelay });
  const usable = usableOrigins(triangle, horizons);
  if (usable.length === 0) {
    fail(
      `${file}: none of its ${weeks} weeks can be scored: there are too few weeks, or too few reports, to estimate delays from.`,
    );
  }
  const result = backtest(triangle, horizons, spread(usable, origins));
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(`${JSON.stringify(asContract(result, seconds), null, 2)}\n`);
}

/** The shape that the contract gives the command's answer. */
function asContract({ origins, byHorizon, told, ...overall }: Backtest, seconds: number): object {
  return {
    origins,
    ...named(overall),
    seconds: rounded(seconds),
    by_horizon: byHorizon.map(({ horizon, ...scores }) => ({ horizon, ...named(scores) })),
    told: told.map(namedMoves),
  };
}

function namedMoves({ completeness, medianMove, p90Move, lowest, told }: ToldMoves): object {
  return {
    completeness,
    median_move: rounded(medianMove),
    p90_move: rounded(p90Move),
    lowest: rounded(lowest),
    told,
  };
}

function named({ coverage50, coverage90, wis, wisUncorrected }: Scores): object {
  return {
    coverage50: rounded(coverage50),
    coverage90: rounded(coverage90),
    wis: rounded(wis),
    wis_uncorrected: rounded(wisUncorrected),
  };
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function atLeast(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d{1,6}$/.test(text) || value < least) {
      throw new InvalidArgumentError(`Expected a whole number of at least ${least}.`);
    }
    return value;
  };
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    return fail(`${file} can't be read: ${error instanceof Error ? error.message : error}`);
  }
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
