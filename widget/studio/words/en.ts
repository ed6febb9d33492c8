import { importing } from "./importing/en.ts";
import { page } from "./page/en.ts";
import { review } from "./review/en.ts";
import { theme } from "./theme/en.ts";

/** The studio's words. Each further language has the same keys. */
export const en = {
  title: "The Studio",
  motto: "Make the counter look like your paper",
  language: "Language",
  views: "Views",
  themes: "Themes",
  desk: "Desk",
  toContent: "Skip to content",
  loading: "Loading …",
  close: "Close",
  cancel: "Cancel",
  retry: "Try again",
  signIn: "Sign in",
  signOut: "Sign out",
  signedInAs: (label: string, role: string) => `${label} · ${role}`,
  token: "Token",
  tokenHelp: "An admin of your service gives it to you. It isn’t kept in this browser.",
  tokenWrong: "This token isn’t known here, has expired or was revoked.",
  signInToSave: "Sign in to save and publish. What you’ve made so far is kept in this browser.",
  withoutSignIn: "Make a theme first, sign in later",
  roleCant: "Your token is for another role and can’t do this.",
  sessionEnded: "Your session has expired. Sign in again to go on: nothing you’ve done is lost.",
  accessEnded:
    "If your sign-in with Cloudflare Access has run out, open the studio in another tab to renew it, then carry on here.",
  offline: "The service can’t be reached. Nothing is lost; try again.",
  tooOften: "Too many attempts. Wait a minute, then try again.",
  roles: { editor: "editor", desk: "desk", admin: "admin" },

  /** What the service refused, by the kind of its problem. */
  refusals: {
    "not-found": "That doesn’t exist any more.",
    conflict: "Something else has happened in the meantime. Look again, then repeat it.",
    "blocked-by-guard": "The check objects. Look at the changes; to publish anyway, give a reason.",
    "precondition-failed": "Somebody else has changed this in the meantime. Look again, then repeat it.",
    "precondition-required": "Somebody else has made this in the meantime. Look again, then repeat it.",
    "too-slow": "It didn’t arrive in time. Nothing was stored; send it again.",
    "too-large": "That is more than the service takes at once.",
    unprocessable: "The service doesn’t accept what was entered. Correct it, then send it again.",
    "bad-parameters": "The service doesn’t accept what was entered. Correct it, then send it again.",
    "low-contrast": "Readers couldn’t tell these colours apart.",
    "schema-differs": "The service is being updated. Nothing was changed; try again in a few minutes.",
    "storage-down": "The service’s storage can’t be reached. Nothing is lost; try again in a minute.",
    "no-edition": "Nothing has been published yet.",
    "foreign-origin": "The browser sent this from another site. Open the studio at its own address.",
    internal: "Something failed in the service. Nothing is lost; try again in a minute.",
  },

  importing,
  reviewing: review,
  audit: {
    title: "Audit log",
    motto: "Who changed what, and when",
    at: "When",
    who: "Who",
    action: "Action",
    subject: "Subject",
    /** By what the service calls them. */
    actions: {
      open: "Import started",
      part: "Part uploaded",
      stage: "Staged",
      discard: "Discarded",
      publish: "Published",
      revert: "Reverted",
      withdraw: "Withdrawn",
      redact: "File names redacted",
      "theme-draft": "Theme draft saved",
      "theme-draft-discard": "Theme draft discarded",
      "theme-publish": "Theme published",
      "theme-delete": "Theme deleted",
      "token-create": "Token created",
      "token-revoke": "Token revoked",
      "session-start": "Signed in",
      "session-end": "Signed out",
      embargo: "Embargo set",
      "embargo-lift": "Embargo lifted",
      "source-set": "Source set",
      "source-delete": "Source deleted",
      "source-run": "Source looked at",
      "hook-create": "Hook added",
      "hook-delete": "Hook deleted",
      "hook-test": "Hook tested",
    },
    older: "Older entries",
  },

  ...theme,
  ...page,
};

export type Words = typeof en;
