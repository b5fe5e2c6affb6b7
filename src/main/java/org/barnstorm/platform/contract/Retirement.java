package org.barnstorm.platform.contract;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;

/** When an operation goes away, and how that is told. Clients have half a year at least. */
record Retirement(LocalDate since, LocalDate sunset, String successor) {
    static final String DEPRECATION = "Deprecation";
    static final String SUNSET = "Sunset";

    private static final int LEAST_MONTHS = 6;
    private static final Map<String, String> MEANINGS = Map.of(
            DEPRECATION,
            "Since when the operation is deprecated (RFC 9745).",
            SUNSET,
            "From when on the operation may be gone (RFC 8594).",
            HttpHeaders.LINK,
            "What does it instead, `rel=\"successor-version\"`.");

    Retirement {
        if (sunset.isBefore(since.plusMonths(LEAST_MONTHS)))
            throw new IllegalArgumentException("From " + since + " to " + sunset + " is less than the " + LEAST_MONTHS
                    + " months that are promised");
    }

    static Retirement of(Retiring written) {
        return new Retirement(LocalDate.parse(written.since()), LocalDate.parse(written.sunset()), written.successor());
    }

    static Retirement of(AnnotationInstance written) {
        var successor = written.value("successor");
        return new Retirement(
                LocalDate.parse(written.value("since").asString()),
                LocalDate.parse(written.value("sunset").asString()),
                successor == null ? "" : successor.asString());
    }

    /** As they are sent; the days begin at midnight, UTC. */
    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(DEPRECATION, "@" + since.atStartOfDay(ZoneOffset.UTC).toEpochSecond());
        headers.put(SUNSET, DateTimeFormatter.RFC_1123_DATE_TIME.format(sunset.atStartOfDay(ZoneOffset.UTC)));
        if (!successor.isEmpty())
            headers.put(HttpHeaders.LINK, "<" + ContractShape.BASE + successor + ">; rel=\"successor-version\"");
        return headers;
    }

    /** Marks the operation in the document. */
    void complete(Operation operation) {
        operation.setDeprecated(true);
        var instead = successor.isEmpty() ? "Nothing does it instead." : "Use `" + successor + "` instead.";
        operation.setDescription(operation.getDescription().strip() + "\n\nDeprecated since " + since
                + ", may be gone from " + sunset + " on. " + instead + "\n");
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (!status.startsWith("2")) return;
            headers().forEach((name, example) -> {
                var others = answer.getHeaders();
                if (others == null || !others.containsKey(name))
                    answer.addHeader(
                            name,
                            OASFactory.createHeader()
                                    .description(MEANINGS.get(name))
                                    .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))
                                    .example(example));
            });
        });
    }
}
