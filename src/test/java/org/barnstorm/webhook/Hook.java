package org.barnstorm.webhook;

import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;
import static org.hamcrest.Matchers.is;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;

/** A webhook of a test, with its secret. */
record Hook(Person owner, UUID id, String secret) {
    static Hook make(Person owner, String group, String url, String... types) {
        var made = owner.post("/webhooks", Map.of("group", group, "url", url, "types", List.of(types)))
                .statusCode(201)
                .extract();
        return new Hook(owner, UUID.fromString(made.path("id")), made.path("secret"));
    }

    ValidatableResponse show() {
        return owner.get("/webhooks/{id}", id);
    }

    ValidatableResponse edit(String field, Object value) {
        return edit(Map.of(field, value));
    }

    ValidatableResponse edit(Map<String, Object> patch) {
        return owner.patch("/webhooks/{id}", show().extract().header("ETag"), new HashMap<>(patch), id);
    }

    ValidatableResponse replay(String field, Object value) {
        return owner.post("/webhooks/{id}/replay", Map.of(field, value), id);
    }

    /** The id of the line in the log. */
    String ping() {
        return owner.act("/webhooks/{id}/ping", id)
                .statusCode(201)
                .body("kind", is("PING"))
                .extract()
                .path("id");
    }

    List<Map<String, Object>> log() {
        return owner.get("/webhooks/{id}/deliveries?limit=200", id)
                .statusCode(200)
                .extract()
                .path("items");
    }

    List<Map<String, Object>> log(String status) {
        return log().stream().filter(line -> status.equals(line.get("status"))).toList();
    }

    /** As if nobody had to wait for anything. */
    void skipWaits() {
        Sql.run("update webhook_delivery set next_attempt_at = now() where webhook_id = ? and status = 'PENDING'", id);
        Sql.run("update webhook_progress set due_at = now(), rest_until = null where webhook_id = ?", id);
    }

    /** As if all that was tried had been tried so many days before. */
    void age(int days) {
        Sql.run(
                "update webhook_delivery set first_attempt_at = first_attempt_at - make_interval(days => ?)"
                        + " where webhook_id = ?",
                days,
                id);
        Sql.run(
                "update webhook_progress set failing_since = failing_since - make_interval(days => ?) where webhook_id = ?",
                days,
                id);
    }

    /** One turn: until what is due is sent, or something fails. */
    void deliver(Deliverer deliverer) {
        Sql.run("update webhook_progress set due_at = now() where webhook_id = ? and due_at < '9000-01-01'", id);
        try {
            deliverer.take(List.of(id)).get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Turn after turn, because a change appears when all older transactions have ended. */
    void deliverUntil(Deliverer deliverer, Callable<Boolean> enough) {
        await().atMost(ONE_MINUTE).until(() -> {
            deliver(deliverer);
            return enough.call();
        });
    }

    boolean verifies(Receiver.Got got) {
        return verifies(got, secret);
    }

    static boolean verifies(Receiver.Got got, String secret) {
        try {
            new com.standardwebhooks.Webhook(secret).verify(got.body(), got.headers());
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        }
    }
}
