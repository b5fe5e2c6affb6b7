package org.barnstorm.local;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/** Speaks once the service answers: Quarkus calls this after its ports are open. */
public class LocalApplication implements QuarkusApplication {
    @Override
    public int run(String... args) {
        var ports = Ports.configured();
        try {
            new DemoData(ports, LocalMain.PROGRESS).make();
        } catch (LocalFailure e) {
            // The service itself is well; whoever works on it right now must be able to look at it.
            LocalMain.PROGRESS.say("Not all demo data could be made. %s", e.getMessage());
        }
        System.out.print(Table.of(ports, ProcessHandle.current().pid()));
        System.out.println(Table.READY);
        System.out.flush();
        Quarkus.waitForExit();
        return 0;
    }
}
