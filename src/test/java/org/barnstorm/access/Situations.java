package org.barnstorm.access;

import static org.barnstorm.access.Attempt.get;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** How the situation of each row is prepared, afresh for each cell, and what is tried in it. */
final class Situations {
    private static final Map<String, Function<Scene, Attempt>> ALL = new HashMap<>();

    static {
        ALL.putAll(GroupSituations.all());
        ALL.putAll(AuthoritySituations.all());
        ALL.putAll(RegroupSituations.all());
        ALL.putAll(TaskSituations.all());
        ALL.putAll(PlaceSituations.all());
        ALL.putAll(TrainingSituations.all());
        ALL.putAll(PracticeSituations.all());
        ALL.putAll(LadderSituations.all());
        ALL.putAll(CampaignSituations.all());
        ALL.putAll(CalendarSituations.all());
        ALL.putAll(MergeSituations.all());
        ALL.put("mapGroups", scene -> get("/map/groups?bbox=-0.3,50.7,0.1,50.9&zoom=9"));
        ALL.put("mapTasks", scene -> get("/map/tasks?bbox=-0.3,50.7,0.1,50.9&zoom=9&group=" + scene.town));
        for (var kind : List.of("Members", "Tasks", "Assignments", "Outcomes")) {
            ALL.put(
                    "export" + kind,
                    scene -> get("/groups/" + scene.town + "/exports/" + kind.toLowerCase(Locale.ROOT)));
        }
        ALL.putAll(IntegrationSituations.all());
        ALL.putAll(WebhookSituations.all());
        ALL.putAll(OsdiSituations.all());
        ALL.putAll(ImportSituations.all());
        ALL.put("readJournal", scene -> get("/journal?group=" + scene.town));
    }

    private Situations() {}

    static Attempt prepare(String row, Scene scene) {
        var situation = ALL.get(row);
        if (situation == null) throw new AssertionError("Nothing says how to try " + row);
        return situation.apply(scene);
    }
}
