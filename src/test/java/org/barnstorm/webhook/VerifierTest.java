package org.barnstorm.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.barnstorm.testing.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifiers that docs/webhooks.md gives to integrators: taken from the page, and run. */
class VerifierTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "0199d6f0-5f3c-7c55-9d0a-2f3f5d0c7c11";
    private static final String BODY = "{\"who\": \"Zoë 😀\"}";
    private static final String IMPORTS = """
            import java.nio.charset.StandardCharsets;
            import java.security.GeneralSecurityException;
            import java.security.MessageDigest;
            import java.time.Instant;
            import java.util.Base64;
            import java.util.Map;
            import java.util.stream.Stream;
            import javax.crypto.Mac;
            import javax.crypto.spec.SecretKeySpec;
            """;
    private static final String PYTHON = """

            import json, sys
            for case in json.load(sys.stdin):
                print(verifies(case["secret"], case["headers"], case["body"].encode()))
            """;
    private static final String TYPESCRIPT = """

            import { readFileSync } from 'node:fs';
            for (const each of JSON.parse(readFileSync(0, 'utf8')))
                console.log(verifies(each.secret, each.headers, Buffer.from(each.body)));
            """;

    private static final String TRANSPILE = """
            const ts = require(process.argv[1]);
            const options = {module: 'ESNext', target: 'ES2022'};
            const source = require('node:fs').readFileSync(0, 'utf8');
            process.stdout.write(ts.transpileModule(source, {compilerOptions: options}).outputText);
            """;

    @TempDir
    Path folder;

    private final Secret secret = Secret.random(new SecureRandom());
    private final Secret former = Secret.random(new SecureRandom());

    /** What somebody received, with the secret that they have. */
    record Case(String secret, Map<String, String> headers, String body, boolean good) {}

    @Test
    void in_Java() throws Exception {
        var verifies = compiled();
        for (var each : cases()) {
            var body = each.body().getBytes(StandardCharsets.UTF_8);
            assertThat(verifies.invoke(null, each.secret(), each.headers(), body))
                    .as("%s", each)
                    .isEqualTo(each.good());
        }
    }

    private Method compiled() throws Exception {
        var source = folder.resolve("Verifier.java");
        var code = block("java").replace("static boolean", "public static boolean");
        Files.writeString(source, IMPORTS + "public class Verifier {\n" + code + "}\n");
        var compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, "-d", folder.toString(), source.toString()))
                .isZero();
        var classes = new URLClassLoader(new java.net.URL[] {folder.toUri().toURL()});
        return classes.loadClass("Verifier").getMethod("verifies", String.class, Map.class, byte[].class);
    }

    @Test
    void in_TypeScript() throws IOException {
        var compiler = Node.run("", List.of("node", "--version")) == null
                ? null
                : Node.installed("typescript", "5.9.3", "package.json");
        assumeTrue(compiler != null, "There is no TypeScript");
        var script = folder.resolve("verifier.mjs");
        var transpiled = Node.run(
                block("typescript") + TYPESCRIPT,
                List.of(
                        "node",
                        "-e",
                        TRANSPILE,
                        compiler.getParent().toAbsolutePath().toString()));
        Files.writeString(script, transpiled);
        verdicts(List.of("node", script.toString()));
    }

    @Test
    void in_Python() throws IOException {
        assumeTrue(Node.run("", List.of("python3", "--version")) != null, "There is no Python");
        var script = folder.resolve("verifier.py");
        Files.writeString(script, block("python") + PYTHON);
        verdicts(List.of("python3", script.toString()));
    }

    private void verdicts(List<String> command) throws JsonProcessingException {
        var cases = cases();
        var output = Node.run(JSON.writeValueAsString(cases), command);
        assertThat(output).as("it failed").isNotNull();
        assertThat(output.lines().map(String::toLowerCase))
                .containsExactlyElementsOf(
                        cases.stream().map(each -> String.valueOf(each.good())).toList());
    }

    private List<Case> cases() {
        var now = Instant.now();
        var signed = headers(now);
        return List.of(
                new Case(secret.text(), signed, BODY, true),
                new Case(former.text(), signed, BODY, true),
                new Case(Secret.random(new SecureRandom()).text(), signed, BODY, false),
                new Case(secret.text(), signed, BODY.replace("Zoë", "Eve"), false),
                new Case(secret.text(), headers(now.minusSeconds(900)), BODY, false),
                new Case(secret.text(), headers(now.plusSeconds(900)), BODY, false),
                new Case(secret.text(), with(signed, "webhook-id", "another"), BODY, false),
                new Case(secret.text(), with(signed, "webhook-signature", "v1,"), BODY, false));
    }

    private Map<String, String> headers(Instant at) {
        var body = BODY.getBytes(StandardCharsets.UTF_8);
        return Map.of(
                "webhook-id",
                ID,
                "webhook-timestamp",
                Long.toString(at.getEpochSecond()),
                "webhook-signature",
                secret.sign(ID, at, body) + ' ' + former.sign(ID, at, body));
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        var changed = new java.util.HashMap<>(headers);
        changed.put(name, value);
        return changed;
    }

    private static String block(String language) throws IOException {
        var page = Files.readString(Path.of("docs", "webhooks.md"));
        var block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}
