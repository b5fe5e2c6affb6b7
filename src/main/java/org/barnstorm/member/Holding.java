package org.barnstorm.member;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Rows that are about somebody, as they get them.
 *
 * @param name of the list that they make up
 * @param columns {@code table.column} each: what makes a row theirs
 * @param rows of one person, field by field
 */
public record Holding(String name, Set<String> columns, Function<UUID, List<Map<String, Object>>> rows) {}
