package org.barnstorm.export;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;

/** A file that is made while it is sent. A class of its own, by which its writer is found, whatever the media type. */
final class Download implements StreamingOutput {
    private final StreamingOutput content;

    Download(StreamingOutput content) {
        this.content = content;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        content.write(out);
    }
}
