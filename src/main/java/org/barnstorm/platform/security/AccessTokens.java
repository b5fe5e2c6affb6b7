package org.barnstorm.platform.security;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.Claims;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Verifies access tokens as SmallRye JWT does, with two things more: only access tokens count, and the keys they are
 * verified with are {@link PublishedKeys}.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class AccessTokens extends JWTCallerPrincipalFactory {
    /** Keycloak writes into the claims of each token what it is for: {@code Bearer}, {@code ID}, {@code Refresh}, … */
    private static final String KIND = "typ";

    private static final String ACCESS = "Bearer";

    private final Parser parser;

    AccessTokens(PublishedKeys keys) {
        this.parser = new Parser(keys);
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
        var parsed = parser.parse(token, context);
        var claims = parsed.getJwtClaims();
        if (!ACCESS.equals(claims.getClaimValue(KIND))) {
            throw new ParseException("Not an access token: an ID token names a person, it does not let them in");
        }
        return new Principal(parsed.getJoseObjects().get(0).getHeader(KIND), claims);
    }

    /**
     * As the library's own, but that a claim which is not among the well-known ones costs no exception: the person's name and
     * {@code client_id} are asked for at each request.
     */
    private static final class Principal extends DefaultJWTCallerPrincipal {
        private static final Map<String, Claims> WELL_KNOWN =
                Arrays.stream(Claims.values()).collect(Collectors.toMap(Claims::name, Function.identity()));

        Principal(String tokenType, JwtClaims claims) {
            super(tokenType, claims);
        }

        @Override
        protected Claims getClaimType(String name) {
            return WELL_KNOWN.getOrDefault(name, Claims.UNKNOWN);
        }
    }

    private static final class Parser extends DefaultJWTTokenParser {
        private final PublishedKeys keys;

        Parser(PublishedKeys keys) {
            this.keys = keys;
        }

        @Override
        protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo context)
                throws UnresolvableKeyException {
            return keys.load();
        }
    }
}
