package org.barnstorm.platform.paging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Cursors of what is followed for a long time: bound to who follows, and good for every filter. */
@ApplicationScoped
public class SealedMarks {
    private final CursorCodec codec;

    SealedMarks(@ConfigProperty(name = "barnstorm.cursor-key") String key) {
        this.codec = new CursorCodec(Base64.getDecoder().decode(key));
    }

    /** @param feed what is followed; marks of one feed mean nothing in another */
    public String seal(String feed, String subject, List<String> mark) {
        return codec.seal(binding(feed, subject), mark);
    }

    /** @throws org.barnstorm.platform.problem.Refusal {@code invalid-cursor} for what was not sealed for them */
    public List<String> open(String feed, String subject, String sealed) {
        return codec.open(binding(feed, subject), sealed);
    }

    private static String binding(String feed, String subject) {
        return "feed " + feed + ' ' + subject;
    }
}
