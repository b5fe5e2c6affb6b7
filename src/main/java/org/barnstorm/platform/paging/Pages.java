package org.barnstorm.platform.paging;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads and writes the cursors of the list being asked for, bound to the caller, the address and its filters. */
@RequestScoped
public class Pages {
    private final CursorCodec codec;
    private final UriInfo uri;
    private final JsonWebToken token;

    Pages(@ConfigProperty(name = "barnstorm.cursor-key") String key, UriInfo uri, JsonWebToken token) {
        this.codec = new CursorCodec(Base64.getDecoder().decode(key));
        this.uri = uri;
        this.token = token;
    }

    public Window window(int limit, String cursor) {
        return new Window(limit, cursor == null ? List.of() : codec.open(binding(), cursor));
    }

    public <T> Page<T> page(Slice<T> slice) {
        return new Page<>(slice.items(), slice.key() == null ? null : codec.seal(binding(), slice.key()));
    }

    private String binding() {
        var filters = new TreeMap<>(uri.getQueryParameters());
        filters.remove("cursor");
        filters.remove("limit");
        return token.getSubject() + ' ' + uri.getPath() + ' ' + filters;
    }
}
