/**
 * Lit makes a policy for its own constant templates while it is evaluated, by a name that the page's own Lit may have
 * taken already; the browser then throws, unless the page allows duplicates. So, for that moment, the policy gets the
 * name of the tag. A copy that comes after another needs none: the first
 * one draws. Has to be imported before Lit.
 */
interface Factory {
  createPolicy(name: string, rules?: object): unknown;
}
const { trustedTypes: factory } = globalThis as { trustedTypes?: Factory };
if (factory) {
  factory.createPolicy = (_, rules) => {
    leavePolicies();
    if (customElements.get("desertion-stats")) return undefined;
    return factory.createPolicy("desertion-stats", rules);
  };
}

/** The browser's own making of policies is as it was; also where Lit has been evaluated before, by whom ever. */
export function leavePolicies(): void {
  if (factory) Reflect.deleteProperty(factory, "createPolicy");
}
