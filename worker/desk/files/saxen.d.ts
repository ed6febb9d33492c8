/** What is used here of saxen, which comes without types. */
declare module "saxen" {
  export class Parser {
    on(event: "error" | "warn", hear: (error: Error) => void): this;
    on(
      event: "openTag",
      hear: (name: string, attributes: () => Readonly<Record<string, string>>) => void,
    ): this;
    /** Ends the parsing that is under way. */
    stop(): void;
    parse(xml: string): this;
  }
}
