package org.barnstorm.local;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/** Speaks once the service answers: Quarkus calls this after its ports are open. */
public class LocalApplication implements QuarkusApplication {
    @Override
    public int run(String... args) {
        System.out.print(Table.of(Ports.configured(), ProcessHandle.current().pid()));
        System.out.println(Table.READY);
        System.out.flush();
        Quarkus.waitForExit();
        return 0;
    }
}
