package org.barnstorm.osdi;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes links as the Hypertext Application Language has them. */
@ApplicationScoped
class Hal {
    static final String MEDIA_TYPE = "application/hal+json";

    /** Where the entry point is, for clients. */
    static final String BASE = "/osdi/v1";

    static final String SYSTEM = "barnstorm";

    /** The pages of the specification, one for each relation. */
    private static final List<Map<String, Object>> CURIES = List.of(curie());

    private final String address;

    Hal(OsdiConfig config) {
        this.address = config.address().orElse("");
    }

    /** How OSDI writes whose id this is. */
    static String identifier(UUID id) {
        return SYSTEM + ':' + id;
    }

    /** @param path below the entry point; empty for that itself */
    Map<String, Object> link(String path) {
        return Map.of("href", address + BASE + path);
    }

    Map<String, Object> link(String path, String title) {
        var link = new LinkedHashMap<>(link(path));
        link.put("title", title);
        return link;
    }

    /** A link out of the façade. */
    Map<String, Object> elsewhere(String path, String title) {
        var link = new LinkedHashMap<String, Object>();
        link.put("href", address + path);
        link.put("title", title);
        return link;
    }

    /** What begins the links of everything that stands alone. */
    Map<String, Object> links(String self) {
        var links = new LinkedHashMap<String, Object>();
        links.put("curies", CURIES);
        links.put("self", link(self));
        return links;
    }

    /** The links of a page of a list: to itself, to those beside it, and to each thing on it. */
    Map<String, Object> links(Asked asked, long totalPages, String rel, List<String> items) {
        var links = links(address(asked, asked.page()));
        if (asked.page() < totalPages) links.put("next", link(address(asked, asked.page() + 1)));
        if (asked.page() > 1) links.put("previous", link(address(asked, asked.page() - 1)));
        links.put(rel, items.stream().map(this::link).toList());
        return links;
    }

    private static String address(Asked asked, int page) {
        var path = asked.path() + "?page=" + page + "&per_page=" + asked.size();
        if (asked.filter() == null) return path;
        return path + "&filter="
                + URLEncoder.encode(asked.filter(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Map<String, Object> curie() {
        var curie = new LinkedHashMap<String, Object>();
        curie.put("name", "osdi");
        curie.put("href", "https://opensupporter.github.io/osdi-docs/{rel}");
        curie.put("templated", true);
        return curie;
    }
}
