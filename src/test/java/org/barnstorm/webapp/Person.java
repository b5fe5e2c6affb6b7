package org.barnstorm.webapp;

import org.barnstorm.e2e.Actor;
import org.barnstorm.e2e.Servers;

/** Somebody with an account of their own, who is a member and can also be spoken for over HTTP. */
record Person(String email, String password, Actor actor) {
    static Person registered(String firstName, String lastName) {
        var account = Servers.get().people().register(firstName, lastName);
        return new Person(account.email(), account.password(), Actor.withToken(account.token()));
    }

    /** A token lives for five minutes; what is asked at the end of a story needs a new one. */
    Actor now() {
        return new Actor(Servers.get().people().signIn(email, password), actor.id());
    }
}
