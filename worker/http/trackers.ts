/**
 * Parameters that networks, newsletters and analytics put behind a shared address. They say where a reader came from,
 * and nothing of what is asked; the names are those that browsers' and privacy lists strip.
 */
const TRACKERS = new Set(
  `fbclid gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid msclkid yclid ymclid ysclid _openstat openstat
  twclid ttclid igshid igsh li_fat_id epik srsltid tgclid vk_ref rb_clickid rtkcid roistat cmpid ocid ncid smid s_cid
  s_kwcid ef_id xtor mc_cid mc_eid mkt_tok vero_id vero_conv wickedid oly_anon_id oly_enc_id bsft_clkid bsft_uid
  ml_subscriber ml_subscriber_hash dm_i _ga _gl _ke _kx _bta_c _bta_tid __s __twitter_impression _branch_match_id
  hsctatracking sc_channel sc_campaign trk_contact trk_msg trk_module trk_sid usqp amp_js_v amp_gsa`.split(
    /\s+/,
  ),
);
/** Families of them. */
const FAMILIES = /^(utm|pk|mtm|matomo|piwik|hsa|ga|at)_\w|^__?hs/i;

/** Whether a name is a tracker's: nothing that this service takes may ever be called so. */
export function isTracker(name: string): boolean {
  return TRACKERS.has(name.toLowerCase()) || FAMILIES.test(name);
}

/** A question without what trackers have put behind it; the same object where there was nothing. */
export function withoutTrackers(search: URLSearchParams): URLSearchParams {
  const kept = [...search].filter(([name]) => !isTracker(name));
  return kept.length === search.size ? search : new URLSearchParams(kept);
}
