package org.barnstorm.task.template;

import static org.barnstorm.authority.Capability.TASK_CREATE;
import static org.barnstorm.authority.Capability.TASK_EDIT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.problem.Refusal;

/** What others ask of templates: what something made from one says. */
@ApplicationScoped
@Transactional
public class Templates {
    /** Who makes or manages tasks somewhere in the template's part of the tree has a use for it. */
    public static final Set<Capability> USERS = EnumSet.of(TASK_CREATE, TASK_EDIT);

    private final TemplateRepository templates;
    private final Groups groups;

    Templates(TemplateRepository templates, Groups groups) {
        this.templates = templates;
        this.groups = groups;
    }

    /**
     * What a template says.
     *
     * @param durationMinutes how long what is made from it goes on; null for as long as the effort
     */
    public record Plan(Outline outline, Integer durationMinutes) {
        /** For something made without a template. */
        public static final Plan EMPTY = new Plan(Outline.EMPTY, null);
    }

    /** For something made in a group from a template that was named in the request's body. */
    public Plan plan(Caller caller, UUID id, GroupPath group) {
        var template = find(caller, id)
                .orElseThrow(() -> Refusal.invalid(
                        "unknown-template", "There is no such template, or it is not for your part of the tree."));
        return plan(template, group);
    }

    Plan plan(Template template, GroupPath group) {
        template.requireInUse();
        var own = groups.withId(template.groupId()).path();
        if (!own.covers(group)) {
            throw Refusal.invalid(
                    "outside-template",
                    "This template is for " + own + " and the groups below it. Choose one of them.");
        }
        var content = template.content();
        return new Plan(content.content(), content.durationMinutes());
    }

    /** The template, for those who have a use for it. */
    Optional<Template> find(Caller caller, UUID id) {
        return templates.findByIdOptional(id).filter(template -> sees(caller, template));
    }

    private boolean sees(Caller caller, Template template) {
        var own = groups.withId(template.groupId()).path();
        return caller.grants().stream().anyMatch(grant -> {
            var scope = grant.scope().path();
            return !Collections.disjoint(grant.capabilities(), USERS) && (scope.covers(own) || own.covers(scope));
        });
    }
}
