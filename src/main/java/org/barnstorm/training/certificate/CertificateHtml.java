package org.barnstorm.training.certificate;

import java.time.Instant;
import java.time.ZoneOffset;

/** A certificate as people read it in a browser: plain, without anything that is loaded from elsewhere. */
final class CertificateHtml {
    private CertificateHtml() {}

    static String of(PublicCertificate certificate) {
        var page = new StringBuilder()
                .append("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
                .append(escaped(certificate.course()))
                .append("</title>\n<h1>")
                .append(escaped(certificate.course()))
                .append("</h1>\n<dl>\n");
        if (certificate.holder() != null) row(page, "Holder", certificate.holder());
        row(page, "Completed", day(certificate.completedAt()));
        row(page, "Valid until", certificate.expiresAt() == null ? "for good" : day(certificate.expiresAt()));
        row(page, "Now", certificate.status());
        row(page, "Group", certificate.group());
        row(page, "Issued by", certificate.issuer());
        return page.append("</dl>\n<p><a rel=\"nofollow\" href=\"")
                .append(escaped(certificate.credential()))
                .append("\">Signed credential (Open Badges 3.0)</a>\n</html>\n")
                .toString();
    }

    private static void row(StringBuilder page, String name, String value) {
        page.append("<dt>").append(name).append("<dd>").append(escaped(value)).append('\n');
    }

    private static String day(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
