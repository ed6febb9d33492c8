/** The block in the editor: options beside it, and in its place the counter's frame, which asks the same question. */
(() => {
  const { blockEditor, blocks, components, element, i18n } = window.wp;
  const { createElement: h, Fragment, useEffect, useRef, useState } = element;
  const { __ } = i18n;
  const { host, lang: siteLang, words } = window.desertionStats;

  /** What a frame's address takes; `words` and `link` are the post's own. */
  const ASKED = ["layout", "chart", "offence", "span", "since", "asOf", "lang", "theme"];
  const nameOf = (attribute) => attribute.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

  /** The counter by itself: it has no page around it whose language it could take, so that is said. */
  function addressOf(attributes) {
    const asked = { ...attributes, lang: attributes.lang || siteLang };
    const chosen = ASKED.filter((name) => asked[name] && (name !== "since" || asked.span === "total"));
    return `${host}/embed?${new URLSearchParams(chosen.map((name) => [nameOf(name), asked[name]]))}`;
  }

  /** What the service says of each question, in each language. */
  const GIVEN = Object.values(words).flatMap((scopes) => Object.values(scopes));
  const wordsOf = ({ lang, offence }) => words[lang || siteLang][offence];

  const options = (none, known) => [
    { value: "", label: none },
    ...Object.entries(known).map(([value, label]) => ({ value, label })),
  ];

  const layouts = () =>
    options(__("Card, or as the theme has it", "desertion-stats"), {
      card: __("Card", "desertion-stats"),
      strip: __("Strip", "desertion-stats"),
      number: __("Number", "desertion-stats"),
    });
  const charts = () =>
    options(__("Line, or as the theme has it", "desertion-stats"), {
      line: __("Line", "desertion-stats"),
      bars: __("Bars", "desertion-stats"),
      none: __("None", "desertion-stats"),
    });
  const offences = () =>
    options(__("As the service counts by default", "desertion-stats"), {
      desertion: __("Absence and desertion, 337 and 338", "desertion-stats"),
      awol: __("Absence without leave, 337", "desertion-stats"),
      "desertion-strict": __("Desertion, 338", "desertion-stats"),
      refusal: __("Disobedience, absence and desertion, 332, 337 and 338", "desertion-stats"),
      surrender: __("Surrender, 352.1", "desertion-stats"),
      looting: __("Looting, 356.1", "desertion-stats"),
      malingering: __("Malingering and other evasion, 339", "desertion-stats"),
    });
  const spans = () =>
    options(__("The newest week that can be told", "desertion-stats"), {
      "this-week": __("This week so far", "desertion-stats"),
      month: __("The newest month", "desertion-stats"),
      year: __("Year to date", "desertion-stats"),
      total: __("Total since a date", "desertion-stats"),
    });
  const languages = () =>
    options(__("The page’s own", "desertion-stats"), { en: "English", ru: "Русский", uk: "Українська" });

  /** The counter as its own page shows it, as high as it says. It can't be clicked: a click selects the block. */
  function Preview({ address, title }) {
    const frame = useRef();
    const [height, setHeight] = useState(570);
    useEffect(() => {
      // The editor may itself be a frame.
      const view = frame.current.ownerDocument.defaultView;
      const listen = ({ data, source }) => {
        if (data?.type === "desertion-stats:height" && source === frame.current?.contentWindow)
          setHeight(data.height);
      };
      view.addEventListener("message", listen);
      return () => view.removeEventListener("message", listen);
    }, []);
    return h("iframe", {
      ref: frame,
      src: address,
      title,
      height,
      sandbox: "allow-scripts",
      style: { border: 0, display: "block", pointerEvents: "none", width: "100%" },
      tabIndex: -1,
    });
  }

  function Edit({ attributes, setAttributes }) {
    const choose = (change) => {
      const next = { ...attributes, ...change };
      // Words that nobody has written follow what is counted, and the language.
      const own = attributes.words && !GIVEN.includes(attributes.words);
      setAttributes({
        ...change,
        link: host && addressOf(next),
        ...(!own && { words: wordsOf(next) }),
      });
    };
    useEffect(() => {
      if (!attributes.words || (!attributes.link && host)) choose({});
    });
    const select = (name, label, list) =>
      h(components.SelectControl, {
        label,
        value: attributes[name],
        options: list,
        onChange: (value) => choose({ [name]: value }),
      });
    const text = (name, label, props = {}) =>
      h(components.TextControl, {
        label,
        value: attributes[name],
        onChange: (value) => choose({ [name]: value }),
        ...props,
      });
    const settings = h(
      components.PanelBody,
      { title: __("The number", "desertion-stats") },
      select("offence", __("What is counted", "desertion-stats"), offences()),
      select("span", __("Period", "desertion-stats"), spans()),
      attributes.span === "total" && text("since", __("First day", "desertion-stats"), { type: "date" }),
      text("asOf", __("Frozen as of", "desertion-stats"), {
        type: "date",
        help: __("The number as it was on that day; empty: always the newest.", "desertion-stats"),
      }),
    );
    const looks = h(
      components.PanelBody,
      { title: __("Appearance", "desertion-stats") },
      select("layout", __("Layout", "desertion-stats"), layouts()),
      select("chart", __("Chart", "desertion-stats"), charts()),
      select("lang", __("Language", "desertion-stats"), languages()),
      text("theme", __("Theme", "desertion-stats"), {
        help: __("Name of a theme that an editor of the service has published.", "desertion-stats"),
      }),
    );
    const fallback = h(
      components.PanelBody,
      { title: __("Without the counter", "desertion-stats"), initialOpen: false },
      h(components.TextareaControl, {
        label: __("Words", "desertion-stats"),
        help: __("They stand in the post, with a link, where no number comes.", "desertion-stats"),
        value: attributes.words,
        onChange: (value) => setAttributes({ words: value }),
      }),
    );
    const shown = host
      ? h(Preview, { address: addressOf(attributes), title: attributes.words })
      : h(
          components.Placeholder,
          { icon: "chart-line", label: __("Desertion statistics", "desertion-stats") },
          __(
            "Desertion Stats: name the address of your newsroom’s service in Settings → Desertion Stats.",
            "desertion-stats",
          ),
        );
    return h(
      Fragment,
      null,
      h(blockEditor.InspectorControls, null, settings, looks, fallback),
      h("div", blockEditor.useBlockProps(), shown),
    );
  }

  /** What stands in the post: words with a link, for the day without this plugin. */
  function save({ attributes: { link, words: said } }) {
    return h("p", blockEditor.useBlockProps.save(), link ? h("a", { href: link }, said) : said);
  }

  blocks.registerBlockType("desertion-stats/counter", { edit: Edit, save });
})();
