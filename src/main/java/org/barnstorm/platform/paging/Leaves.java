package org.barnstorm.platform.paging;

import java.util.List;

/**
 * The items of one numbered page.
 *
 * @param total how many the whole list has, counted up to {@link Leaf#COUNTED}
 */
public record Leaves<T>(List<T> items, long total) {}
