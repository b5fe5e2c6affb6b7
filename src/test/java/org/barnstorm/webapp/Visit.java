package org.barnstorm.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.barnstorm.e2e.Servers;

/**
 * One person with the client open on one device, and whatever nobody should see: complaints in the console, violations of
 * the Content-Security-Policy, requests to strangers. {@link #close()} fails if there was any of it.
 */
final class Visit implements AutoCloseable {
    private static final String REPORT_VIOLATIONS = "document.addEventListener('securitypolicyviolation', "
            + "e => console.error('CSP: ' + e.violatedDirective + ' ' + e.blockedURI))";
    /** Where in the browser's stores, or in the address, something looks like a token. */
    private static final String TOKENS = """
            async () => {
              const found = [];
              const look = (where, what) => { if (/eyJ[\\w-]+\\.eyJ/.test(what)) found.push(where); };
              look('address', location.href);
              look('localStorage', JSON.stringify({ ...localStorage }));
              look('sessionStorage', JSON.stringify({ ...sessionStorage }));
              const done = (request) => new Promise((resolve, reject) => {
                request.onsuccess = () => resolve(request.result);
                request.onerror = () => reject(request.error);
              });
              for (const { name } of await indexedDB.databases()) {
                const db = await done(indexedDB.open(name));
                for (const store of db.objectStoreNames)
                  look(name, JSON.stringify(await done(db.transaction(store).objectStore(store).getAll())));
                db.close();
              }
              return found;
            }
            """;
    /** Chromium's own line for an answer that is an error; what the client makes of it, people see on the screen. */
    private static final Pattern REFUSED =
            Pattern.compile("Failed to load resource: .*(status of 4(03|09|12|22)|ERR_INTERNET_DISCONNECTED).*");

    private final String service = Servers.get().app();
    private final String keycloak = Servers.get().keycloak().options().address();
    private final Device device;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final Screens screens;

    Visit(Device device) {
        this(device, "en-GB");
    }

    Visit(Device device, String locale) {
        this.device = device;
        context = Chromium.get()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(device.width, device.height)
                        .setColorScheme(ColorScheme.LIGHT)
                        .setLocale(locale)
                        .setTimezoneId("Europe/London"));
        context.setDefaultTimeout(Chromium.PATIENCE_MS);
        context.addInitScript(REPORT_VIOLATIONS);
        context.onRequest(this::lookAt);
        page = context.newPage();
        page.onConsoleMessage(this::listenTo);
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        screens = new Screens(page, device);
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    Visit open(String path) {
        var answer = page.navigate(service + "/app" + path);
        var policy = answer.headerValue("content-security-policy");
        assertThat(policy).contains("default-src 'none'", "script-src 'self'").doesNotContain("unsafe");
        return this;
    }

    /** As the browser's own button does. */
    Visit reload() {
        page.reload();
        return this;
    }

    /** By the navigation, wherever they are. */
    Visit go(String screen) {
        page.getByRole(AriaRole.NAVIGATION)
                .first()
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(screen).setExact(true))
                .click();
        heading(screen);
        return this;
    }

    /** The part of the client that opens it without a network is there once it has been here before. */
    void waitForWorker() {
        page.waitForFunction("() => navigator.serviceWorker.controller !== null");
    }

    /** What the browser keeps of people, as opposed to what it keeps of nobody. */
    List<?> drawers() {
        return (List<?>)
                page.evaluate(
                        "async () => (await indexedDB.databases()).map(d => d.name).filter(name => name.startsWith('barnstorm-'))");
    }

    /** Whether there is a network, for everything in this browser. */
    void online(boolean online) {
        context.setOffline(!online);
    }

    /** From the welcome to Keycloak's page and back to where they wanted to go. */
    Visit signIn(Person person) {
        if (!page.url().startsWith(service)) open("/");
        page.locator("button.primary").click();
        page.locator("#username").fill(person.email());
        page.locator("#password").fill(person.password());
        page.locator("#kc-login").click();
        assertThat(page.getByRole(AriaRole.NAVIGATION).first()).isVisible();
        return this;
    }

    /** A screen is there when its heading is, and nothing is on its way any more. */
    Locator heading(String name) {
        return heading(name, 1);
    }

    Locator heading(String name, int level) {
        var heading = page.getByRole(
                AriaRole.HEADING,
                new Page.GetByRoleOptions().setName(name).setExact(true).setLevel(level));
        assertThat(heading).isVisible();
        settled();
        return heading;
    }

    void settled() {
        assertThat(page.locator(".waiting")).hasCount(0);
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** One of several that say the same on the screen, and more to whoever hears it. */
    Locator button(String name, String of) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(both(name, of)));
    }

    Locator link(String name, String of) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(both(name, of)));
    }

    private static Pattern both(String name, String of) {
        return Pattern.compile("^" + name + "\\s*:\\s*" + of + "$");
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    Locator text(String text) {
        return page.getByText(text).first();
    }

    Locator alert() {
        return page.getByRole(AriaRole.ALERT).first();
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Fails on what WCAG forbids, light and dark, and keeps a picture of each. */
    Visit look(String name) {
        settled();
        screens.look(name);
        return this;
    }

    private void lookAt(Request request) {
        var address = URI.create(request.url().split("[?#]", 2)[0]);
        if (!List.of("http", "https", "ws", "wss").contains(address.getScheme())) return;
        var origin = address.getScheme() + "://" + address.getAuthority();
        if (!origin.equals(service) && !origin.equals(keycloak)) complaints.add("asks a stranger: " + origin);
    }

    /** What Keycloak's own pages say is not ours. */
    private void listenTo(ConsoleMessage message) {
        if (!List.of("error", "warning").contains(message.type())) return;
        if (message.location().startsWith(keycloak)
                || REFUSED.matcher(message.text()).matches()) return;
        complaints.add(page.url() + ": " + message.text());
    }

    @Override
    public void close() {
        try {
            screens.last();
            assertThat(complaints)
                    .as("what nobody should see, on the %s", device)
                    .isEmpty();
        } finally {
            context.close();
        }
    }
}
