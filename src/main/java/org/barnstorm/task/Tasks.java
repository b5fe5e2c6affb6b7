package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.barnstorm.authority.Caller;

/** What templates ask of tasks: to make one as if somebody had written it all out. */
@ApplicationScoped
@Transactional
public class Tasks {
    private final TaskService tasks;

    Tasks(TaskService tasks) {
        this.tasks = tasks;
    }

    /**
     * Makes a task in the name of somebody who may.
     *
     * @param publish whether it opens at once; otherwise it is a draft
     */
    public TaskView create(Caller caller, NewTask wanted, boolean publish) {
        var made = tasks.create(caller, wanted);
        return publish ? tasks.publish(caller, made.id()) : made;
    }

    public TaskView show(Caller caller, UUID id) {
        return tasks.show(caller, id);
    }
}
