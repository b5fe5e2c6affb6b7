package org.barnstorm.task;

/**
 * How reliable somebody has been, in numbers.
 *
 * @param verified results that somebody else verified
 * @param rejected results that were not accepted, or undone, lately
 * @param lapses leases that ran out, places given back too late and no-shows, lately
 */
record TrackRecord(long verified, long rejected, long lapses) {
    /**
     * How many claims this person may have open: a few at the start, one more for every {@code step} verified results in
     * the share of their results that was good, one less for every lapse.
     */
    int claimLimit(TaskConfig.Limits limits) {
        var results = verified + rejected + lapses;
        var earned = results == 0 ? 0 : verified * verified / (results * limits.step());
        return (int) Math.max(limits.least(), Math.min(limits.most(), limits.start() + earned - lapses));
    }
}
