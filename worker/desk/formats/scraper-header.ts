/** First line of sudrfscraper's CSV (CSVConverterService of v0.3.0). */
export const SCRAPER_HEADER =
  "id;region;instance;court_name;caseNumber;entryDate;names;judge;resultDate;decision;endDate;consideredBy;cui;" +
  "link_meta;link_text;link_text_and_meta;connected_links_1;connected_links_2;connected_links_3;connected_links_4;text";
