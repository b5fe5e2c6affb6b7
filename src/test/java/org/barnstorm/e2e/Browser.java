package org.barnstorm.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.barnstorm.local.KeycloakAdmin;

/**
 * As much of a browser as Keycloak's pages need: cookies, links and forms. The JDK's cookie store is no help, because it
 * keeps back the {@code Secure} cookies that browsers do send to http://localhost.
 */
final class Browser {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** A page, or a redirect that was not followed. */
    record Page(URI address, int status, String body, String location) {
        /** The address behind the first link or form whose address contains {@code part}. */
        URI leadingTo(String part) {
            var link = Pattern.compile("(?:href|action)=\"([^\"]*" + Pattern.quote(part) + "[^\"]*)\"")
                    .matcher(body);
            if (!link.find()) throw new AssertionError("Nothing leads to " + part + " on " + address + ":\n" + body);
            return address.resolve(link.group(1).replace("&amp;", "&"));
        }
    }

    Page open(URI address) {
        return send(HttpRequest.newBuilder(address).GET(), address);
    }

    Page submit(URI address, Map<String, String> fields) {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(KeycloakAdmin.form(fields)));
        return send(request, address);
    }

    private Page send(HttpRequest.Builder request, URI address) {
        if (!cookies.isEmpty()) request.header("Cookie", cookieHeader());
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            var location = answer.headers().firstValue("Location").orElse("");
            return new Page(address, answer.statusCode(), answer.body(), location);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(String header) {
        var pair = header.split(";", 2)[0].split("=", 2);
        if (header.contains("Max-Age=0")) cookies.remove(pair[0]);
        else cookies.put(pair[0], pair[1]);
    }
}
