package org.barnstorm.platform.security;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.KeyLocationResolver;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.http.Get;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * The keys that the issuer publishes now. A token with a key id that is not among them makes us ask again, so that the
 * first token after a rotation works; but not more often than once per cool-down, so that forged ids cannot make us
 * hammer the issuer. SmallRye's own cool-down counts in minutes and, while it lasts, refuses genuine tokens too.
 */
@ApplicationScoped
class PublishedKeys {
    private static final int TIMEOUT_MILLIS = 2_000;

    private final JWTAuthContextInfo context;
    private final Duration coolDown;
    private volatile VerificationKeyResolver resolver;

    PublishedKeys(
            JWTAuthContextInfo context,
            @ConfigProperty(name = "barnstorm.identity.keys-cool-down", defaultValue = "5s") Duration coolDown) {
        this.context = context;
        this.coolDown = coolDown;
    }

    /** The keys, fetched at the first call that succeeds. */
    VerificationKeyResolver load() throws UnresolvableKeyException {
        if (resolver == null) fetch();
        return resolver;
    }

    private synchronized void fetch() throws UnresolvableKeyException {
        if (resolver == null) resolver = new Resolver(context, coolDown);
    }

    private static final class Resolver extends KeyLocationResolver {
        private static final Logger LOG = Logger.getLogger(PublishedKeys.class);

        private final long coolDownNanos;
        private long notBefore = System.nanoTime();

        Resolver(JWTAuthContextInfo context, Duration coolDown) throws UnresolvableKeyException {
            super(context);
            // The library takes whatever it finds at the address, a proxy's error page too, and would keep it for good.
            if (httpsJwks == null) throw new UnresolvableKeyException("There are no keys at the issuer's address");
            this.coolDownNanos = coolDown.toNanos();
        }

        /** Fetches again, unless somebody just did: whoever waited for them looks at what they found. */
        @Override
        protected boolean forcedHttpsJwksRefresh() {
            synchronized (forcedRefreshLock) {
                if (System.nanoTime() - notBefore < 0) return true;
                try {
                    httpsJwks.refresh();
                } catch (JoseException | IOException e) {
                    LOG.warnf("The issuer's keys cannot be fetched: %s", e.getMessage());
                }
                notBefore = System.nanoTime() + coolDownNanos;
                return true;
            }
        }

        /** Without the library's own pause after each fetch: ours is the cool-down. */
        @Override
        protected HttpsJwks getHttpsJwks(String location) {
            var published = super.getHttpsJwks(location);
            published.setRefreshReprieveThreshold(0);
            return published;
        }

        /** The library would wait for 20 s and try four times, with people's requests waiting behind it. */
        @Override
        protected Get getHttpGet() {
            var get = new Get();
            get.setConnectTimeout(TIMEOUT_MILLIS);
            get.setReadTimeout(TIMEOUT_MILLIS);
            get.setRetries(0);
            return get;
        }
    }
}
