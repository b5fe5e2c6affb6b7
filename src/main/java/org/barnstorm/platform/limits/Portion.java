package org.barnstorm.platform.limits;

import java.time.Duration;

/**
 * What a replica got of the count that all share.
 *
 * @param quota by which it was given
 * @param given how many requests it may let pass; 0 when nothing is left for anybody
 * @param common how many are left after that, for all
 * @param reset when the window ends, from the moment of asking
 */
record Portion(Quota quota, long given, long common, Duration reset) {}
