import { describe, expect, it } from "vitest";
import "../../widget/stats/index.ts";
import { heard, json, loaded, mount, origin, serve } from "./page.ts";
import { published } from "./summary.ts";

describe("the language of <desertion-stats>", () => {
  /** The language that an element of this page asks in. */
  async function askedIn(markup: string): Promise<string | null> {
    document.body.replaceChildren();
    const asked = serve(() => json(published()));
    await loaded(markup.replace("<desertion-stats", `<desertion-stats src="${origin()}"`));
    return asked[0]!.url.searchParams.get("lang");
  }

  it("is the nearest in the page", async () => {
    document.documentElement.lang = "uk";
    const markup = `<div lang="en"><div lang="ru-RU"><p><desertion-stats></desertion-stats></p></div></div>`;
    expect(await askedIn(markup)).toBe("ru");
  });

  it("is the page's own where nothing nearer names one", async () => {
    document.documentElement.lang = "uk-UA";
    expect(await askedIn("<div><desertion-stats></desertion-stats></div>")).toBe("uk");
  });

  it("is the element's own before all others, also when it changes", async () => {
    const asked = serve((url) => json(published(url.searchParams.get("lang") as "ru")));
    const element = await loaded(
      `<div lang="uk"><desertion-stats src="${origin()}" lang="ru"></desertion-stats></div>`,
    );
    element.lang = "en";
    await heard("desertion-stats-load");
    expect(asked.map(({ url }) => url.searchParams.get("lang"))).toEqual(["ru", "en"]);
  });

  it("is looked for outside of shadow roots too", async () => {
    const asked = serve(() => json(published()));
    mount(`<div lang="ru"><section></section></div>`);
    const root = document.querySelector("section")!.attachShadow({ mode: "open" });
    const load = heard("desertion-stats-load");
    root.innerHTML = `<p><desertion-stats src="${origin()}"></desertion-stats></p>`;
    await load;
    expect(asked[0]!.url.searchParams.get("lang")).toBe("ru");
  });

  it("isn't asked for where the page names none: the theme's own is spoken then, else English", async () => {
    expect(await askedIn("<desertion-stats></desertion-stats>")).toBeNull();
    const unnamed = `<div lang="ru"><div lang=""><desertion-stats></desertion-stats></div></div>`;
    expect(await askedIn(unnamed)).toBeNull();
  });

  it("is English on a page in a language that the service doesn't speak", async () => {
    expect(await askedIn(`<div lang="de"><desertion-stats></desertion-stats></div>`)).toBe("en");
  });
});
