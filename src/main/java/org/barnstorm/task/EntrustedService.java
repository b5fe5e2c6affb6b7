package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;

/** The list that a lead gets when work in flight comes to them. */
@ApplicationScoped
@Transactional
class EntrustedService {
    private final KeeperRepository keepers;
    private final TaskRepository tasks;
    private final TaskSight sight;
    private final Groups groups;

    EntrustedService(KeeperRepository keepers, TaskRepository tasks, TaskSight sight, Groups groups) {
        this.keepers = keepers;
        this.tasks = tasks;
        this.sight = sight;
        this.groups = groups;
    }

    Slice<EntrustedView> mine(Caller caller, Window window) {
        var found = keepers.entrustedTo(sight.over(caller, null), window);
        Map<UUID, Task> known =
                tasks
                        .list(
                                "id in ?1",
                                found.stream()
                                        .map(KeeperRepository.Entrusted::taskId)
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(Task::id, Function.identity()));
        return Slice.of(
                window, found, each -> List.of(each.taskId().toString()), each -> view(known.get(each.taskId()), each));
    }

    private EntrustedView view(Task task, KeeperRepository.Entrusted entrusted) {
        var path = groups.withId(task.groupId()).path();
        return new EntrustedView(TaskView.of(task, path), entrusted.from(), entrusted.at());
    }
}
