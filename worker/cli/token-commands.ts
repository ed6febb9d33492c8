import type { Command } from "commander";
import { Option } from "commander";
import { ROLES, type Role } from "../contract/tokens.ts";
import { type DeskOptions, print, serverOptions } from "./desk-options.ts";
import { deskClient } from "./server.ts";

export function tokenCommands(program: Command): void {
  const token = program.command("token").description("creates, lists and revokes tokens (admin)");
  serverOptions(token.command("create"))
    .requiredOption("--label <text>", "what it is for")
    .addOption(new Option("--role <role>", "what it may do").choices(ROLES).makeOptionMandatory())
    .option("--days <n>", "days until it expires", Number, 365)
    .action(async (options: DeskOptions & { label: string; role: Role; days: number }) => {
      const { label, role, days } = options;
      const made = await deskClient(options).createToken({ label, role, days });
      print(options, made, [
        `${made.secret}`,
        `Token ${made.id}, ${role}, until ${made.expires_at}. It is shown only once.`,
      ]);
    });
  serverOptions(token.command("list")).action(async (options: DeskOptions) => {
    const { tokens } = await deskClient(options).tokens();
    const lines = tokens.map(
      ({ id, role, label, expires_at, revoked_at, last_used_on }) =>
        `${id}  ${role}  ${label}  ${revoked_at ? `revoked ${revoked_at}` : `until ${expires_at}`}  last used ${last_used_on ?? "never"}`,
    );
    print(options, { tokens }, lines);
  });
  serverOptions(token.command("revoke"))
    .argument("<id>", "the token's id, from token list")
    .action(async (id: string, options: DeskOptions) => {
      await deskClient(options).revokeToken(id);
      print(options, { revoked: id }, [`Token ${id} is revoked.`]);
    });
}
