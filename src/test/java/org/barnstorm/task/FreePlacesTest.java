package org.barnstorm.task;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** A place that comes free is offered to who waits for it, whichever way it came free. */
class FreePlacesTest {
    @Test
    void only_the_wait_list_frees_places_and_the_end_of_a_task() {
        var work = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("org.barnstorm.task");
        noClasses()
                .that()
                .doNotHaveSimpleName("WaitList")
                .and()
                .doNotHaveSimpleName("Cancellation") // of a cancelled task nobody can have a place
                .should()
                .callMethod(PlaceRepository.class, "free", Task.class, int.class)
                .because("WaitList.free also offers the place to whoever waits for it")
                .check(work);
    }
}
