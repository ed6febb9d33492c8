import { config } from "zod";

// The page's policy forbids code that is made while it runs, so Zod needn't try. Before any schema is used.
config({ jitless: true });
