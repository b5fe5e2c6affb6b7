package org.barnstorm.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** The one place that asks the machine for chance, so that nobody can foresee it. Tests install their own. */
class ChanceProducer {
    @Produces
    @ApplicationScoped
    RandomGenerator chance() {
        return new SecureRandom();
    }
}
