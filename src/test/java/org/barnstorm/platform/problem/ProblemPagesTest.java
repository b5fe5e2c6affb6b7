package org.barnstorm.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemPagesTest {
    @Test
    void each_heading_is_a_page_of_its_own() {
        var pages = ProblemPages.pages("# Title\n\nIntroduction.\n\n## one\nFirst.\n\n## two\nSecond,\nlonger.\n");
        assertThat(pages).containsOnlyKeys("one", "two");
        assertThat(pages).containsEntry("one", "## one\nFirst.\n").containsEntry("two", "## two\nSecond,\nlonger.\n");
    }

    @Test
    void a_document_without_headings_has_no_pages() {
        assertThat(ProblemPages.pages("# Title\n")).isEmpty();
    }

    @Test
    void the_document_is_packaged() {
        assertThat(ProblemPages.pages(ProblemPages.text())).containsKeys("task-full", "no-mandate", "internal");
    }
}
